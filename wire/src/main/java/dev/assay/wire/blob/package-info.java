/** Contents by digest, fetched from the service that owns them. */
@NullMarked
package dev.assay.wire.blob;

import org.jspecify.annotations.NullMarked;
