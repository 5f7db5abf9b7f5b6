@NullMarked
package dev.assay.scorer.scoring;

import org.jspecify.annotations.NullMarked;
