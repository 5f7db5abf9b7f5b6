/** Who may call REST, and which kind of blobs. */
@NullMarked
package dev.assay.wire.access;

import org.jspecify.annotations.NullMarked;
