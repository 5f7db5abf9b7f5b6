package dev.assay.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.file.JsonLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises the format of a suite from its content: a folder by its manifest, a data file by its first record. */
final class FormatDetector {

    /** The fields by which a record is known; the most specific first. */
    private static final Map<SuiteFormat, List<String>> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put(SuiteFormat.HUMANEVAL_PLUS, List.of("task_id", "prompt", "entry_point", "base_input", "plus_input"));
        MARKS.put(SuiteFormat.HUMANEVAL, List.of("task_id", "prompt", "entry_point", "test"));
        MARKS.put(SuiteFormat.MBPP, List.of("task_id", "text", "code", "test_list"));
        MARKS.put(SuiteFormat.MULTIPL_E, List.of("name", "language", "prompt", "tests", "stop_tokens"));
        MARKS.put(SuiteFormat.LIVECODEBENCH, List.of("question_id", "question_content"));
        MARKS.put(SuiteFormat.CRUXEVAL, List.of("id", "code", "input", "output"));
        MARKS.put(SuiteFormat.DS1000, List.of("prompt", "code_context", "metadata"));
        MARKS.put(SuiteFormat.SWEBENCH, List.of("instance_id", "repo", "problem_statement"));
    }

    private FormatDetector() {}

    /** @throws InvalidInputException that lists the candidates if nothing fits */
    static SuiteFormat detect(Path path) {
        if (Files.isDirectory(path)) {
            if (Files.exists(path.resolve("suite.yaml"))) {
                return SuiteFormat.NATIVE;
            }
            throw fault(path, "is a folder without suite.yaml");
        }
        ObjectNode first = firstRecord(path)
                .orElseThrow(() -> fault(
                        path,
                        "its format is not recognised; put one before the path, like " + SuiteFormat.HUMANEVAL.prefix()
                                + ":" + path + " (" + candidates() + ")"));
        if (first.has("task_id") && (first.has("completion") || first.has("solution") || first.has("answer"))) {
            throw fault(path, "holds recorded answers, not tasks; give it as --subject NAME=replay:" + path);
        }
        return MARKS.entrySet().stream()
                .filter(mark -> mark.getValue().stream().allMatch(first::has))
                .map(Map.Entry::getKey)
                .map(format -> refined(format, first))
                .findFirst()
                .orElseThrow(() -> fault(
                        path,
                        "its format is not recognised by the fields of its first record ("
                                + String.join(", ", names(first)) + "); put one before the path (" + candidates()
                                + ")"));
    }

    private static SuiteFormat refined(SuiteFormat format, ObjectNode first) {
        return format == SuiteFormat.HUMANEVAL_PLUS
                        && first.path("task_id").asText().startsWith("Mbpp/")
                ? SuiteFormat.MBPP_PLUS
                : format;
    }

    private static Optional<ObjectNode> firstRecord(Path path) {
        Faults faults = new Faults();
        Optional<ObjectNode> first = new JsonLines(path, faults).first();
        faults.throwIfAny();
        return first;
    }

    private static List<String> names(ObjectNode record) {
        return record.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String candidates() {
        return String.join(", ", SuiteFormat.prefixes());
    }

    private static InvalidInputException fault(Path path, String message) {
        return new InvalidInputException(new Fault(path.toString(), 0, null, message));
    }
}
