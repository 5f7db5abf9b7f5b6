@NullMarked
package dev.assay.generator.extraction;

import org.jspecify.annotations.NullMarked;
