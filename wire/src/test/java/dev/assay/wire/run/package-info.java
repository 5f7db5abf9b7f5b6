@NullMarked
package dev.assay.wire.run;

import org.jspecify.annotations.NullMarked;
