package dev.assay.cli.progress;

import dev.assay.contracts.id.SubjectName;
import dev.assay.contracts.run.RunStatus;
import dev.assay.contracts.run.RunStatus.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar per subject with rate and estimated end, on stderr. */
final class BarDisplay implements ProgressDisplay {

    private final Map<SubjectName, ProgressBar> bars = new LinkedHashMap<>();
    private final ProgressBarStyle style;

    BarDisplay(boolean colored) {
        this.style = colored ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.ASCII;
    }

    @Override
    public void show(RunStatus status) {
        for (Progress progress : status.progress()) {
            ProgressBar bar = bars.computeIfAbsent(progress.subject(), subject -> bar(progress));
            bar.maxHint(progress.planned());
            bar.stepTo(progress.settled());
        }
    }

    private ProgressBar bar(Progress progress) {
        return new ProgressBarBuilder()
                .setTaskName(progress.subject().value())
                .setInitialMax(progress.planned())
                .setUnit(" samples", 1)
                .showSpeed()
                .setStyle(style)
                .build();
    }

    @Override
    public void close() {
        bars.values().forEach(ProgressBar::close);
    }
}
