package dev.assay.cli.progress;

import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.run.RunStatus.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A line whenever a subject has passed another ten percent. */
final class LineDisplay implements ProgressDisplay {

    private static final int STEPS = 10;

    private final Map<SubjectName, Integer> shown = new HashMap<>();
    private final Map<SubjectName, Integer> before = new HashMap<>();
    private final Instant start = Instant.now();
    private final PrintStream out;

    LineDisplay() {
        this(System.err);
    }

    LineDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(RunStatus status) {
        for (Progress progress : status.progress()) {
            if (progress.planned() == 0) {
                continue;
            }
            before.putIfAbsent(progress.subject(), progress.settled());
            int step = (int) ((long) progress.settled() * STEPS / progress.planned());
            if (step > shown.getOrDefault(progress.subject(), 0)) {
                shown.put(progress.subject(), step);
                out.println(line(progress, step));
            }
        }
    }

    private String line(Progress progress, int step) {
        double seconds = Math.max(0.001, Duration.between(start, Instant.now()).toMillis() / 1_000.0);
        return String.format(
                Locale.ROOT,
                "%s: %d%% (%d/%d samples, %.0f/s)",
                progress.subject(),
                step * STEPS,
                progress.settled(),
                progress.planned(),
                (progress.settled() - before.getOrDefault(progress.subject(), 0)) / seconds);
    }

    @Override
    public void close() {}
}
