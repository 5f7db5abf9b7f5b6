package dev.assay.generator.recording;

import dev.assay.contracts.id.Digest;

/**
 * What a recording holds.
 *
 * @param digest names it; the same for the same answers in the same order, however they were written
 * @param tasks how many tasks it has answers to
 * @param samples how many answers it has
 * @param maxSamplesPerTask the most answers to one task
 */
public record RecordingSummary(Digest digest, int tasks, int samples, int maxSamplesPerTask) {}
