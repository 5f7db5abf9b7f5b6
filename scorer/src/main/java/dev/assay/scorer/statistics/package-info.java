/**
 * The numbers: estimates of what a subject can do, and intervals around them. Pure functions without formatting or state;
 * whatever is random takes a seed, so that the same verdicts always give the same bytes.
 */
@NullMarked
package dev.assay.scorer.statistics;

import org.jspecify.annotations.NullMarked;
