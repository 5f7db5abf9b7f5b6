package dev.assay.reporter.report;

import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.Subject;
import dev.assay.reporter.report.Report.SubjectReport;
import dev.assay.reporter.report.Report.TaskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader must know before using a run's numbers. */
final class Warnings {

    private Warnings() {}

    static List<String> of(RunRecord run, List<SubjectReport> reports, List<Subject> unscored) {
        List<String> warnings = new ArrayList<>(run.warnings());
        if (run.state() != RunState.FINISHED) {
            warnings.add("the run is " + run.state().name().toLowerCase(Locale.ROOT) + ": this report is incomplete");
        }
        if (run.state() == RunState.FINISHED) {
            unscored.forEach(subject -> warnings.add(subject.name() + ": its scores have not arrived"));
        }
        if (!run.quarantined().isEmpty()) {
            warnings.add(counted(run.quarantined().size(), "task", "tasks")
                    + " quarantined and left out of every score: the reference itself fails");
        }
        reports.forEach(report -> ofSubject(report, warnings));
        warnings.addAll(SamplingWarnings.of(run.protocol(), reports));
        warnings.addAll(SizeWarnings.of(reports));
        return warnings;
    }

    private static void ofSubject(SubjectReport report, List<String> warnings) {
        String name = report.name() + ": ";
        if (report.judged() < report.planned()) {
            warnings.add(name + (report.planned() - report.judged()) + " of "
                    + counted(report.planned(), "sample", "samples") + " not judged; they count in no score");
        }
        if (report.provenance().isolation().contains(Isolation.PROCESS.name())) {
            warnings.add(
                    name
                            + "executed at level PROCESS, where a program can reach this machine's files and forge its verdict");
        }
        if (report.provenance().returnedModels().size() > 1) {
            warnings.add(name + "answered by more than one model: "
                    + String.join(", ", report.provenance().returnedModels()));
        }
        long flaky = report.tasks().stream().filter(TaskReport::flaky).count();
        if (flaky > 0) {
            warnings.add(name + "identical code was judged differently on " + counted(flaky, "task", "tasks"));
        }
        int withUsage = report.cost().samplesWithUsage();
        if (withUsage > 0 && withUsage < report.judged()) {
            warnings.add(name + "tokens and cost are those of " + withUsage + " samples, the rest recorded none");
        }
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
