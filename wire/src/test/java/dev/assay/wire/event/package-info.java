@NullMarked
package dev.assay.wire.event;

import org.jspecify.annotations.NullMarked;
