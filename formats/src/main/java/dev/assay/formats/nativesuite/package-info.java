/** Assay's own format: a folder with {@code suite.yaml} and {@code tasks/}. */
@NullMarked
package dev.assay.formats.nativesuite;

import org.jspecify.annotations.NullMarked;
