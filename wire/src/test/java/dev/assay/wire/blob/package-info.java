@NullMarked
package dev.assay.wire.blob;

import org.jspecify.annotations.NullMarked;
