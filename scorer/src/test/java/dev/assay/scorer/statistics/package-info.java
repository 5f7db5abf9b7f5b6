@NullMarked
package dev.assay.scorer.statistics;

import org.jspecify.annotations.NullMarked;
