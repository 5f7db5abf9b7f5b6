package dev.assay.scorer.execution;

import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.run.RunRecord;
import dev.assay.wire.blob.BlobUnavailableException;
import dev.assay.wire.run.RunView;
import dev.assay.wire.run.UnknownRunException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.jboss.logging.Logger;

/** Finds where a verdict belongs. */
@ApplicationScoped
public class Addresses {

    private static final Logger LOG = Logger.getLogger(Addresses.class);
    private static final Duration REST = Duration.ofMillis(500);

    private final RunView runs;

    Addresses(RunView runs) {
        this.runs = runs;
    }

    /**
     * The execution that this verdict tells of. Waits for a run that is not known yet, and for its plan.
     *
     * @throws UnknownSampleException if there is no such run, subject, task or sample
     */
    public Execution locate(VerdictReached verdict) {
        SampleId sample = verdict.sampleId();
        RunRecord run = run(sample.run());
        int subjectNo = subjectNo(run, sample);
        ExecutionKey key = new ExecutionKey(
                run.runNo(),
                subjectNo,
                taskNo(run, sample),
                sample.index(),
                verdict.stage().ordinal(),
                verdict.stage().round(),
                ExecutionKey.judge(verdict.judge()),
                verdict.executionId());
        return new Execution(key, verdict);
    }

    private RunRecord run(RunId run) {
        try {
            return runs.require(run);
        } catch (UnknownRunException e) {
            throw new UnknownSampleException("unknown run " + run);
        }
    }

    private static int subjectNo(RunRecord run, SampleId sample) {
        SubjectName name = sample.subject();
        int no = run.subjectNo(name)
                .orElseThrow(
                        () -> new UnknownSampleException("run %s has no subject '%s'".formatted(run.runId(), name)));
        int samples = run.subjects().get(no).samplesPerTask();
        if (sample.index() >= samples) {
            throw new UnknownSampleException("run %s has %d samples a task for subject '%s', there is no sample %d"
                    .formatted(run.runId(), samples, name, sample.index()));
        }
        return no;
    }

    private int taskNo(RunRecord run, SampleId sample) {
        while (true) {
            try {
                return runs.taskNo(run, sample.task());
            } catch (NoSuchElementException e) {
                throw new UnknownSampleException("run %s has no task '%s'".formatted(run.runId(), sample.task()));
            } catch (BlobUnavailableException e) {
                if (e.missing()) {
                    throw new UnknownSampleException("run %s: %s".formatted(run.runId(), e.getMessage()));
                }
                LOG.warnf("run %s: %s, trying again", run.runId(), e.getMessage());
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a plan", e);
        }
    }
}
