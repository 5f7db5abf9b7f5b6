package dev.assay.reporter.report;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.Subject;
import dev.assay.contracts.run.Subject.Role;
import dev.assay.reporter.report.Report.Money;
import dev.assay.reporter.report.Report.Run;
import dev.assay.reporter.report.Report.RunProtocol;
import dev.assay.reporter.report.Report.SubjectReport;
import dev.assay.reporter.report.Report.Suite;
import java.util.ArrayList;
import java.util.List;

/** Makes a report of a run's record and its scores. */
public final class ReportWriter {

    private ReportWriter() {}

    /**
     * A pure function of both, whatever the order of the scores. A subject without scores is left out and named in the
     * warnings.
     *
     * @param scores at most one per subject
     */
    public static Report write(RunRecord run, List<RunScored> scores) {
        List<SubjectReport> reports = new ArrayList<>();
        List<Subject> unscored = new ArrayList<>();
        for (Subject subject : run.subjects()) {
            scores.stream()
                    .filter(scored -> scored.subject().equals(subject.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            scored -> reports.add(SubjectWriter.write(subject, scored)), () -> unscored.add(subject));
        }
        unscored.removeIf(subject -> subject.role() != Role.TEST);
        return new Report(identity(run), reports, Warnings.of(run, reports, unscored));
    }

    private static Run identity(RunRecord run) {
        return new Run(
                run.runId().value(),
                run.state().name(),
                new Suite(
                        run.suite().name(),
                        run.suite().version(),
                        run.suite().digest().hex(),
                        run.suite().format()),
                run.createdAt(),
                run.finishedAt(),
                protocol(run),
                run.sourceRun() == null ? null : run.sourceRun().value(),
                run.trigger().commit(),
                run.trigger().branch(),
                run.trigger().pr());
    }

    private static RunProtocol protocol(RunRecord run) {
        return new RunProtocol(
                run.protocol().k(),
                run.protocol().seed(),
                run.minimumIsolation().name(),
                run.reuseExecutions(),
                run.protocol().budget() == null
                        ? null
                        : new Money(
                                run.protocol().budget().amount().toPlainString(),
                                run.protocol().budget().currency()));
    }
}
