/** Recorded answers, as uploaded. */
@NullMarked
package dev.assay.generator.recording;

import org.jspecify.annotations.NullMarked;
