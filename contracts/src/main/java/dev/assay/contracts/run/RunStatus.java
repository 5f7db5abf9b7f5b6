package dev.assay.contracts.run;

import dev.assay.contracts.id.SubjectName;
import java.util.List;
import java.util.Map;

/** A run and how far it has come; one entry per subject, in the run's order. */
public record RunStatus(RunRecord record, List<Progress> progress) {

    /** Copies the list. */
    public RunStatus {
        progress = List.copyOf(progress);
    }

    /**
     * @param planned samples to be judged, quarantined tasks left out
     * @param released of these, handed out so far
     * @param settled of these, those whose verdict is stored or final
     * @param counts settled samples by outcome label, as last reported by the scorer
     */
    public record Progress(SubjectName subject, int planned, int released, int settled, Map<String, Integer> counts) {
        /** Copies the map. */
        public Progress {
            counts = Map.copyOf(counts);
        }
    }
}
