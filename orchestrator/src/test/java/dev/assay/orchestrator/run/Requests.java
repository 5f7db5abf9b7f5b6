package dev.assay.orchestrator.run;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.Protocol;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.RunRecord.Trigger;
import dev.assay.contracts.run.RunRequest;
import dev.assay.contracts.run.RunRequest.SubjectRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests of runs for tests. */
public final class Requests {
    private Requests() {}

    /** A subject that replays a recording. */
    public static SubjectRequest replay(String name, int samplesPerTask) {
        return new SubjectRequest(
                new SubjectName(name), new Provider.Replay(Digest.of(name)), samplesPerTask, null, Map.of());
    }

    /** A run of all tasks or these. */
    public static RunRequest run(
            Digest suite, @Nullable List<String> tasks, boolean validate, SubjectRequest... subjects) {
        return new RunRequest(
                "default",
                suite,
                tasks == null ? null : tasks.stream().map(TaskId::new).toList(),
                Arrays.asList(subjects),
                new Protocol(List.of(1), 7, null),
                Isolation.PROCESS,
                true,
                validate,
                new Trigger("rest", null, null, null, null),
                Map.of());
    }
}
