package dev.assay.reporter.report;

import dev.assay.reporter.report.Report.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a report says beside its tables; not escaped. */
final class Wording {

    private Wording() {}

    static String title(Report report) {
        return report.run().suite().name() + " " + report.run().suite().version();
    }

    /** Says what the cells of the tables are; empty if no table has an interval. */
    static Optional<String> legend(Report report) {
        List<Double> levels = report.subjects().stream()
                .flatMap(subject -> subject.scores().values().stream())
                .map(Figure::level)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        String each = levels.stream().map(Wording::percent).collect(Collectors.joining(" or "));
        return Optional.of("Scores in % [" + each + " % interval].");
    }

    private static String percent(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** Each task that is left out with the reason, ordered by task. */
    static List<String> quarantined(Report report) {
        Map<String, String> reasons = new TreeMap<>();
        report.subjects().forEach(subject -> reasons.putAll(subject.quarantined()));
        return reasons.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }
}
