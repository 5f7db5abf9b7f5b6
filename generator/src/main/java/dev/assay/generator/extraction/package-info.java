/**
 * Finds the code in a chat answer, without ever parsing by executing.
 *
 * <p>Start here: {@link dev.assay.generator.extraction.CodeExtractor}, which states the rules.
 */
@NullMarked
package dev.assay.generator.extraction;

import org.jspecify.annotations.NullMarked;
