/** Public data sets as suites. */
@NullMarked
package dev.assay.formats.dataset;

import org.jspecify.annotations.NullMarked;
