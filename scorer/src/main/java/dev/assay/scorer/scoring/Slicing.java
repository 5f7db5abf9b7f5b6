package dev.assay.scorer.scoring;

import dev.assay.contracts.event.Score.Slice;
import dev.assay.contracts.suite.TaskMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The properties by which scores are cut. */
enum Slicing {
    CATEGORY("category", meta -> Stream.of(meta.category())),
    TAG("tag", meta -> meta.tags().stream()),
    COMPLEXITY("complexity", meta -> Stream.ofNullable(meta.complexity())),
    LANGUAGE("language", meta -> Stream.ofNullable(meta.language()));

    private final String property;
    private final Function<TaskMeta, Stream<String>> values;

    Slicing(String property, Function<TaskMeta, Stream<String>> values) {
        this.property = property;
        this.values = values;
    }

    /** The tasks of each slice, slices in the order of their values. */
    Map<String, List<CountedTask>> cut(List<CountedTask> tasks) {
        Map<String, List<CountedTask>> slices = new TreeMap<>();
        for (CountedTask task : tasks) {
            values.apply(task.task().meta())
                    .distinct()
                    .forEach(value -> slices.computeIfAbsent(value, any -> new ArrayList<>())
                            .add(task));
        }
        return slices;
    }

    Slice slice(String value) {
        return new Slice(property, value);
    }
}
