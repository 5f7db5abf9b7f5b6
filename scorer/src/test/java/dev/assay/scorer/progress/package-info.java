@NullMarked
package dev.assay.scorer.progress;

import org.jspecify.annotations.NullMarked;
