/** Recorded answers of a model. */
@NullMarked
package dev.assay.formats.recording;

import org.jspecify.annotations.NullMarked;
