package dev.assay.orchestrator.suite;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.run.SuiteRef;
import java.util.List;

/**
 * A registered suite.
 *
 * @param suiteNo its number in the register
 * @param tasks in the author's order, retired ones included
 */
public record Suite(
        int suiteNo,
        Digest digest,
        String project,
        String name,
        String version,
        String format,
        SuiteHead head,
        List<SuiteTask> tasks) {
    /** Copies the list. */
    public Suite {
        tasks = List.copyOf(tasks);
    }

    /** The tasks that take part in runs. */
    public List<SuiteTask> activeTasks() {
        return tasks.stream().filter(SuiteTask::active).toList();
    }

    /** How run records name it. */
    public SuiteRef ref() {
        return new SuiteRef(name, version, digest, format);
    }
}
