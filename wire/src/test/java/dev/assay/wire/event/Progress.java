package dev.assay.wire.event;

import dev.assay.contracts.event.RunProgressed;
import dev.assay.contracts.event.RunProgressed.SubjectProgress;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events to send about. */
final class Progress {

    private Progress() {}

    static RunProgressed of(String run, int judged) {
        return new RunProgressed(
                new RunId(run),
                Instant.parse("2026-11-21T11:00:00Z").plusSeconds(judged),
                List.of(new SubjectProgress(
                        new SubjectName("modèle/7b"), judged, Map.of("PASSED", judged, "NOT_JUDGED", 1))));
    }
}
