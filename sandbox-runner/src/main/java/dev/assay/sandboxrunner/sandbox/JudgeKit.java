package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.suite.Judge;
import java.io.UncheckedIOException;

/**
 * A judge as its blob states it. The bytes go to the judge's process as they are, so that {@code 1.0} stays {@code 1.0}.
 *
 * @param digest of the bytes
 * @param content the judge blob; not copied, must not be changed
 */
public record JudgeKit(Digest digest, Judge judge, byte[] content) {

    /** The only language there is a sandbox for. */
    public static final String PYTHON = "python";

    /**
     * @throws IllegalArgumentException naming the reason if the bytes are not a judge blob, or the language is unknown
     */
    public static JudgeKit read(byte[] content) {
        try {
            Judge judge = Json.read(content, Judge.class);
            if (!judge.language().equals(PYTHON)) {
                throw new IllegalArgumentException(
                        "no sandbox runs '" + judge.language() + "' programs yet, only python");
            }
            return new JudgeKit(Digest.of(content), judge, content);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException("not a judge blob: " + e.getMessage(), e);
        }
    }
}
