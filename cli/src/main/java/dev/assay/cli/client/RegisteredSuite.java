package dev.assay.cli.client;

import dev.assay.contracts.id.Digest;

/**
 * A suite as the orchestrator knows it.
 *
 * @param tasks how many it holds
 */
public record RegisteredSuite(String name, String version, Digest digest, int tasks) {}
