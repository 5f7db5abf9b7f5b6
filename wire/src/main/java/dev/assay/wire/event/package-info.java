/** Events on Kafka: how they are written, read, and set aside when they cannot be read. */
@NullMarked
package dev.assay.wire.event;

import org.jspecify.annotations.NullMarked;
