package dev.assay.cli.client;

import dev.assay.contracts.id.Digest;

/**
 * Recorded answers as the generator knows them.
 *
 * @param samples how many in all
 * @param maxSamplesPerTask the most for one task
 */
public record UploadedRecording(Digest digest, int tasks, int samples, int maxSamplesPerTask) {}
