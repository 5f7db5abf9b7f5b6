package dev.assay.wire.run;

import dev.assay.contracts.event.RunChanged;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.Protocol;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.Purpose;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Stage;
import dev.assay.contracts.run.Subject;
import dev.assay.contracts.run.SuiteRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs to tell about. */
final class RunRecords {

    private static final Digest NO_PLAN = Digest.of("a plan that nobody has");

    private RunRecords() {}

    static RunChanged changed(String run, int revision) {
        return new RunChanged(record(run, revision, NO_PLAN));
    }

    static RunRecord record(String run, int revision, Digest plan) {
        return new RunRecord(
                new RunId(run),
                1,
                "default",
                Purpose.EVALUATION,
                RunState.RUNNING,
                null,
                revision,
                new RunRecord.Trigger("rest", null, null, null, null),
                Map.of(),
                null,
                run,
                new SuiteRef("suite", "1", Digest.of("suite"), "assay"),
                plan,
                List.of(new Subject(
                        new SubjectName("model"),
                        Subject.Role.TEST,
                        new Provider.Reference(),
                        "fp1:" + Digest.of("model"),
                        1,
                        null,
                        Map.of())),
                new Protocol(List.of(1), 7, null),
                List.of(Stage.MAIN),
                List.of(),
                Isolation.HOST_NS,
                false,
                List.of(),
                List.of(),
                Instant.parse("2026-11-21T11:00:00Z"),
                null,
                null);
    }
}
