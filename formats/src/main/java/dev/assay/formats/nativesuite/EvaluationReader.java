package dev.assay.formats.nativesuite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.suite.Comparison;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.formats.fault.Suggestion;
import dev.assay.formats.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code evaluation}: the groups by which answers are judged. */
final class EvaluationReader {

    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,49}");
    private static final Pattern FUNCTION = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern CHECK = Pattern.compile("^def check\\(", Pattern.MULTILINE);

    private EvaluationReader() {}

    /** The groups that are without fault. */
    static List<Evaluation> read(Fields task) {
        List<Evaluation> groups = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (!task.require("evaluation")) {
            return groups;
        }
        List<Fields> entries = task.objects("evaluation");
        if (entries.isEmpty()
                && task.list("evaluation").isEmpty()
                && task.node("evaluation") instanceof YamlNode.Sequence) {
            task.fault("evaluation", "needs at least one group");
        }
        for (Fields entry : entries) {
            int before = task.faults().count();
            Optional<Evaluation> evaluation = evaluation(entry, names);
            if (task.faults().count() == before) {
                evaluation.ifPresent(groups::add);
            }
        }
        return groups;
    }

    private static Optional<Evaluation> evaluation(Fields entry, Set<String> names) {
        String type = entry.requiredText("type");
        return switch (type) {
            case "tests" -> Optional.of(tests(entry, names));
            case "io" -> io(entry, names);
            case "" -> Optional.empty();
            default -> {
                refuse(entry, type);
                yield Optional.empty();
            }
        };
    }

    private static void refuse(Fields entry, String type) {
        if (Keys.LATER_EVALUATIONS.contains(type)) {
            entry.fault("type", Keys.notYet("the evaluation type '" + type + "'"));
            return;
        }
        List<String> known = Stream.concat(Keys.EVALUATIONS.stream(), Keys.LATER_EVALUATIONS.stream())
                .toList();
        entry.fault(
                "type",
                "'" + type + "' is not one of " + String.join(", ", known) + Suggestion.didYouMean(type, known));
    }

    private static Evaluation tests(Fields entry, Set<String> names) {
        entry.refuseAllBut(Keys.TESTS);
        String code = entry.requiredText("code");
        if (!code.isEmpty() && !CHECK.matcher(code).find()) {
            entry.fault("code", "must define check(candidate), which asserts what an answer must fulfil");
        }
        return new Evaluation.Tests(group(entry, names), entryPoint(entry), code);
    }

    private static Optional<Evaluation> io(Fields entry, Set<String> names) {
        entry.refuseAllBut(Keys.IO);
        String group = group(entry, names);
        String entryPoint = entryPoint(entry);
        String compare = entry.word("compare", Keys.COMPARISONS);
        List<Evaluation.Case> cases = cases(entry);
        return cases.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Evaluation.Io(group, entryPoint, cases, comparison(compare == null ? "exact" : compare)));
    }

    private static Comparison comparison(String word) {
        return switch (word) {
            case "approx" -> Comparison.APPROX;
            case "unordered" -> Comparison.UNORDERED;
            default -> Comparison.EXACT;
        };
    }

    private static List<Evaluation.Case> cases(Fields entry) {
        List<Evaluation.Case> cases = new ArrayList<>();
        if (!entry.require("cases")) {
            return cases;
        }
        JsonValues values = new JsonValues(entry.file(), entry.faults());
        for (Fields each : entry.objects("cases", Keys.CASE)) {
            List<JsonNode> input = new ArrayList<>();
            if (each.require("input")) {
                List<YamlNode> arguments = arguments(each);
                for (int i = 0; i < arguments.size(); i++) {
                    input.add(values.json(each.name("input") + "[" + i + "]", arguments.get(i)));
                }
            }
            cases.add(new Evaluation.Case(input, output(each, values)));
        }
        if (entry.node("cases") instanceof YamlNode.Sequence list
                && list.items().isEmpty()) {
            entry.fault("cases", "needs at least one case");
        }
        return cases;
    }

    private static List<YamlNode> arguments(Fields each) {
        if (each.node("input") instanceof YamlNode.Sequence arguments) {
            return arguments.items();
        }
        each.fault("input", "must be the list of arguments; write [x] for a function of one argument");
        return List.of();
    }

    private static JsonNode output(Fields each, JsonValues values) {
        if (!each.keys().contains("output")) {
            each.fault("output", "is missing");
        }
        return each.json("output", values);
    }

    private static String group(Fields entry, Set<String> names) {
        String group = entry.requiredText("group");
        if (!group.isEmpty() && !GROUP.matcher(group).matches()) {
            entry.fault("group", "'" + group + "' may have only letters, digits and . _ - and at most 50 of them");
        } else if (!group.isEmpty() && !names.add(group)) {
            entry.fault("group", "two groups of this task are called '" + group + "'");
        }
        return group;
    }

    private static String entryPoint(Fields entry) {
        String name = entry.requiredText("entry_point");
        if (!name.isEmpty() && !FUNCTION.matcher(name).matches()) {
            entry.fault("entry_point", "'" + name + "' is no name of a function");
        }
        return name;
    }
}
