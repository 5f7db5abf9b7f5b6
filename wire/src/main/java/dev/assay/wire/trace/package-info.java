/** One trace follows a sample through every topic. */
@NullMarked
package dev.assay.wire.trace;

import org.jspecify.annotations.NullMarked;
