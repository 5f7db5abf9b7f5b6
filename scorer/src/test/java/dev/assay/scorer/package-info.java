@NullMarked
package dev.assay.scorer;

import org.jspecify.annotations.NullMarked;
