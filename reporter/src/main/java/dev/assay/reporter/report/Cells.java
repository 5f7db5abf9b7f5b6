package dev.assay.reporter.report;

import dev.assay.contracts.event.RunScored.Percentiles;
import dev.assay.reporter.report.Report.Figure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values stand in tables; ASCII only, the same in every locale. */
final class Cells {

    static final String NONE = "-";

    private Cells() {}

    /** Percent with its interval, or why there is none. */
    static String figure(@Nullable Figure figure) {
        if (figure == null) {
            return NONE;
        }
        if (figure.value() == null || figure.low() == null || figure.high() == null) {
            return figure.missing() == null ? NONE : figure.missing();
        }
        return String.format(
                Locale.ROOT, "%.1f [%.1f, %.1f]", figure.value() * 100, figure.low() * 100, figure.high() * 100);
    }

    static String number(@Nullable Number number) {
        return number == null ? NONE : number.toString();
    }

    static String tokens(@Nullable Long tokens) {
        return tokens == null ? NONE : String.format(Locale.ROOT, "%,d", tokens);
    }

    static String millis(@Nullable Percentiles percentiles) {
        return percentiles == null ? NONE : percentiles.p50() + " / " + percentiles.p95();
    }
}
