package dev.assay.reporter.report;

import dev.assay.contracts.event.Score;
import java.util.Comparator;
import java.util.List;

/** The order in which people expect slices: by property, then low, medium, high, and otherwise by name. */
final class SliceOrder {

    private static final List<String> PROPERTIES = List.of("category", "complexity", "language", "tag");
    private static final List<String> GRADES = List.of("low", "medium", "high");

    static final Comparator<String> OF_PROPERTIES = ranked(PROPERTIES);
    static final Comparator<String> OF_VALUES = ranked(GRADES);
    static final Comparator<Score.Slice> OF_SLICES =
            Comparator.comparing(Score.Slice::by, OF_PROPERTIES).thenComparing(Score.Slice::value, OF_VALUES);

    private SliceOrder() {}

    private static Comparator<String> ranked(List<String> first) {
        return Comparator.<String>comparingInt(each -> first.contains(each) ? first.indexOf(each) : first.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
