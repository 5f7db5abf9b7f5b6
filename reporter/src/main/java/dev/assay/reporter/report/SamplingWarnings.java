package dev.assay.reporter.report;

import dev.assay.contracts.run.Protocol;
import dev.assay.reporter.report.Report.SubjectReport;
import dev.assay.reporter.report.Report.SubjectSampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Warns of scores that the way of sampling makes unsure or incomparable. */
final class SamplingWarnings {

    /** Above it, samples of a task differ much, so that pass@1 needs many; below it, hardly, so that pass@k says little. */
    private static final double WARM = 0.4;

    private static final int MANY_SAMPLES = 20;

    private SamplingWarnings() {}

    static List<String> of(Protocol protocol, List<SubjectReport> reports) {
        List<String> warnings = new ArrayList<>();
        reports.forEach(report -> ofSubject(protocol, report, warnings));
        if (differ(reports, SubjectSampling::samplesPerTask)) {
            warnings.add("the subjects have different numbers of samples per task: compare them with care");
        }
        if (differ(reports, SubjectSampling::temperature) || differ(reports, SubjectSampling::topP)) {
            warnings.add("the subjects were sampled at different settings: compare them with care");
        }
        return warnings;
    }

    private static void ofSubject(Protocol protocol, SubjectReport report, List<String> warnings) {
        Double temperature = report.sampling().temperature();
        if (temperature == null) {
            return;
        }
        int samples = report.sampling().samplesPerTask();
        if (temperature > WARM && samples < MANY_SAMPLES && protocol.k().contains(1)) {
            warnings.add(report.name() + ": pass@1 at temperature " + temperature + " rests on " + samples
                    + (samples == 1 ? " sample" : " samples") + " per task; above " + WARM + " it needs "
                    + MANY_SAMPLES);
        }
        if (temperature < WARM && protocol.k().getLast() > 1) {
            warnings.add(report.name() + ": pass@" + protocol.k().getLast() + " at temperature " + temperature
                    + "; below " + WARM + " samples hardly differ and it says little");
        }
    }

    private static boolean differ(List<SubjectReport> reports, Function<SubjectSampling, ? extends Object> property) {
        return reports.stream()
                        .map(report -> property.apply(report.sampling()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }
}
