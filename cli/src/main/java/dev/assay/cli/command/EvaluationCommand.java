package dev.assay.cli.command;

import dev.assay.cli.client.RegisteredSuite;
import dev.assay.cli.client.ServicesClient;
import dev.assay.cli.command.PreparedRun.PreparedSubject;
import dev.assay.cli.progress.ProgressDisplay;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.Protocol;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunRequest;
import dev.assay.contracts.run.RunRequest.SubjectRequest;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.suite.SuiteDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run from a checked suite and checked recordings to its end.
 *
 * @param tasks null for all
 * @param samplesPerTask null for as many as were recorded
 * @param k each at least 1; empty for 1, 5 and 10 as far as there are samples
 */
record EvaluationCommand(
        SuiteDocument suite,
        @Nullable List<TaskId> tasks,
        PreparedRun prepared,
        @Nullable Integer samplesPerTask,
        List<Integer> k,
        long seed,
        Isolation isolation,
        boolean reuseExecutions,
        boolean validate) {

    private static final List<Integer> USUAL_K = List.of(1, 5, 10);

    /** Registers, uploads, starts and follows. */
    RunStatus perform(ServicesClient services, TerminalOptions terminal) {
        RegisteredSuite registered = services.register(suite);
        List<SubjectRequest> subjects = prepared.subjects().stream()
                .map(subject -> new SubjectRequest(
                        subject.name(),
                        new Provider.Replay(services.upload(subject.answers()).digest()),
                        samples(subject),
                        null,
                        Map.of()))
                .toList();
        RunRecord run = services.start(new RunRequest(
                suite.project(),
                registered.digest(),
                tasks,
                subjects,
                new Protocol(effectiveK(), seed, null),
                isolation,
                reuseExecutions,
                validate,
                CiTrigger.of(System.getenv(), System.getProperty("user.name", "unknown")),
                Map.of()));
        terminal.say("run " + run.runId() + ": " + suite.name() + " " + suite.version() + ", "
                + (tasks == null ? registered.tasks() : tasks.size()) + " tasks, " + subjects.size() + " subject"
                + (subjects.size() == 1 ? "" : "s"));
        try (ProgressDisplay display = terminal.progress()) {
            return new RunWatch(services).follow(run.runId(), display);
        }
    }

    private int samples(PreparedSubject subject) {
        return samplesPerTask == null ? subject.samplesPerTask() : samplesPerTask;
    }

    private List<Integer> effectiveK() {
        if (k.isEmpty()) {
            int fewest =
                    prepared.subjects().stream().mapToInt(this::samples).min().orElse(1);
            return USUAL_K.stream().filter(each -> each <= Math.max(1, fewest)).toList();
        }
        return k;
    }
}
