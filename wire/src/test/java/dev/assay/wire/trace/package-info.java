@NullMarked
package dev.assay.wire.trace;

import org.jspecify.annotations.NullMarked;
