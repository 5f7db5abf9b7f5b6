package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.RunRecord.Quarantine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered suite, as REST shows it.
 *
 * @param tasks how many are active
 * @param created true if this request registered it first
 */
public record SuiteStatus(
        String project,
        String name,
        String version,
        String format,
        Digest digest,
        int tasks,
        boolean created,
        References validation) {
    /**
     * What is known of its reference answers.
     *
     * @param run that judged them last, or does; null if there was none
     * @param quarantined tasks whose reference fails
     */
    public record References(State state, @Nullable RunId run, List<Quarantine> quarantined) {
        /** Copies the list. */
        public References {
            quarantined = List.copyOf(quarantined);
        }
    }

    /** How far the validation is. */
    public enum State {
        /** Some references were never judged. */
        NONE,
        /** They are being judged. */
        RUNNING,
        /** Every reference has its verdict, or there is none to judge. */
        DONE
    }
}
