package dev.assay.contracts.run;

import dev.assay.contracts.id.Digest;

/**
 * Names a registered suite exactly.
 *
 * @param digest over the sorted (task id, task digest)
 */
public record SuiteRef(String name, String version, Digest digest, String format) {}
