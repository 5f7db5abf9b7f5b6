package dev.assay.reporter.report;

import dev.assay.contracts.event.RunScored;
import dev.assay.contracts.event.RunScored.TaskCounts;
import dev.assay.contracts.event.Score;
import dev.assay.contracts.run.Isolation;
import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.run.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a reader must know before using a run's numbers. */
final class Warnings {

    /** Below it, a category allows no hard conclusion. */
    private static final int FEWEST_TASKS = 30;

    private Warnings() {}

    static List<String> of(RunRecord run, List<RunScored> scores) {
        List<String> warnings = new ArrayList<>(run.warnings());
        if (run.state() != RunState.FINISHED) {
            warnings.add("the run is " + run.state().name().toLowerCase(Locale.ROOT) + ": this report is incomplete");
        }
        if (!run.quarantined().isEmpty()) {
            warnings.add(run.quarantined().size()
                    + " tasks are quarantined, since their own reference fails, and count in no score");
        }
        for (RunScored scored : scores) {
            String name = scored.subject().value();
            if (scored.coverage() < 1) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "%s: %d of %d samples could not be judged and count in no score",
                        name,
                        scored.planned() - scored.judged(),
                        scored.planned()));
            }
            if (scored.provenance().isolation().contains(Isolation.PROCESS.name())) {
                warnings.add(
                        name
                                + ": executed at level PROCESS, where a program can reach this machine's files and forge its verdict");
            }
            long flaky = scored.tasks().stream().filter(TaskCounts::flaky).count();
            if (flaky > 0) {
                warnings.add(name + ": on " + flaky + " tasks, identical code was judged differently");
            }
        }
        smallCategories(scores, warnings);
        return warnings;
    }

    private static void smallCategories(List<RunScored> scores, List<String> warnings) {
        String small = scores.stream()
                .limit(1)
                .flatMap(scored -> scored.scores().stream())
                .filter(score -> score.metric().equals("pass@1") && score.group() == null)
                .filter(score ->
                        score.slice() != null && score.slice().by().equals("category") && score.tasks() < FEWEST_TASKS)
                .map(Warnings::named)
                .collect(Collectors.joining(", "));
        if (!small.isEmpty()) {
            warnings.add("categories with fewer than " + FEWEST_TASKS + " tasks allow no hard conclusion: " + small);
        }
    }

    private static String named(Score score) {
        return score.slice() == null ? "" : score.slice().value() + " (" + score.tasks() + ")";
    }
}
