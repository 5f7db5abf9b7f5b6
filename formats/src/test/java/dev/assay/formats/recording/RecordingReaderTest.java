package dev.assay.formats.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RecordedAnswer;
import dev.assay.contracts.run.Usage;
import dev.assay.formats.Gzip;
import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingReaderTest {

    private static final List<TaskId> TASKS =
            List.of(new TaskId("HumanEval/0"), new TaskId("HumanEval/2"), new TaskId("safe-sum"), new TaskId("7"));

    @TempDir
    Path folder;

    private final List<RecordedAnswer> answers = new ArrayList<>();

    @Test
    void everyFieldArrives() throws IOException {
        Recording recording = read("""
                {"task_id": "safe-sum", "completion": "    return 1\\n"}
                {"task_id": "HumanEval/0", "solution": "x = 1", "completion": "y"}

                {"task_id": "safe-sum", "answer": "```python\\nx\\n```", "usage": {"input": 12, "output": 34, "reasoning": 5, "cached": 6, "other": 7}, "ttft_ms": 120.6, "total_ms": 900, "model": "coder-7b", "prompt": "ignored", "extra": [1]}
                """);

        assertThat(answers)
                .containsExactly(
                        new RecordedAnswer(
                                new TaskId("safe-sum"), "    return 1\n", null, null, null, null, null, null),
                        new RecordedAnswer(new TaskId("HumanEval/0"), "y", "x = 1", null, null, null, null, null),
                        new RecordedAnswer(
                                new TaskId("safe-sum"),
                                null,
                                null,
                                "```python\nx\n```",
                                new Usage(12, 34, 5, 6, false),
                                121L,
                                900L,
                                "coder-7b"));
        assertThat(recording.samples()).isEqualTo(3);
        assertThat(recording.samplesPerTask())
                .containsOnly(entry(new TaskId("safe-sum"), 2), entry(new TaskId("HumanEval/0"), 1));
        assertThat(recording.maxSamplesPerTask()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"HumanEval/2\"', HumanEval/2",
        "2, HumanEval/2",
        "'\"2\"', HumanEval/2",
        "7, 7",
        "'\"Mbpp/7\"', 7",
    })
    void taskIsFoundByItsIdOrItsBareNumber(String recorded, String task) throws IOException {
        read("{\"task_id\": " + recorded + ", \"completion\": \"x\"}");

        assertThat(answers).extracting(answer -> answer.task().value()).containsExactly(task);
    }

    @Test
    void emptyCompletionIsAnAnswer() throws IOException {
        read("{\"task_id\": 2, \"completion\": \"\"}");

        assertThat(answers)
                .singleElement()
                .extracting(RecordedAnswer::completion)
                .isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"task_id\": \"HumanEvl/2\", \"completion\": \"x\"} | task_id: the suite has no task 'HumanEvl/2', did you mean 'HumanEval/2'?",
                "{\"task_id\": \"HumanEval/7\", \"completion\": \"x\"} | task_id: the suite has no task 'HumanEval/7', did you mean 'HumanEval/0'?",
                "{\"task_id\": 99, \"completion\": \"x\"} | task_id: the suite has no task '99'",
                "{\"task_id\": 2.0, \"completion\": \"x\"} | task_id: must be text or an integer, not a number",
                "{\"task_id\": true, \"completion\": \"x\"} | task_id: must be text or an integer, not true or false",
                "{\"completion\": \"x\"} | task_id: is missing",
                "{\"task_id\": null, \"completion\": \"x\"} | task_id: is missing",
                "{\"task_id\": 2} | needs one of the fields completion, solution, answer",
                "{\"task_id\": 2, \"completion\": null} | needs one of the fields completion, solution, answer",
                "{\"task_id\": 2, \"completion\": [\"x\"]} | completion: must be text, not a list",
                "{\"task_id\": 2, \"answer\": \"a\\ud800b\"} | answer: holds half a character (\\ud800), which is not text",
                "{\"task_id\": 2, \"answer\": \"x\", \"ttft_ms\": -1} | ttft_ms: must be a number from 0 to 2147483647, not -1",
                "{\"task_id\": 2, \"answer\": \"x\", \"total_ms\": \"9\"} | total_ms: must be a number from 0 to 2147483647, not \"9\"",
                "{\"task_id\": 2, \"answer\": \"x\", \"usage\": 12} | usage: must be an object, not a number",
                "{\"task_id\": 2, \"answer\": \"x\", \"usage\": {\"input\": -3, \"output\": 1}} | usage.input: must be a number from 0 to 2147483647, not -3",
                "{\"task_id\": 2, \"task_id\": 0, \"answer\": \"x\"} | not valid JSON: Duplicate field 'task_id' (column 25)",
                "{\"task_id\": 2, \"answer\": \"x\" | not valid JSON: Unexpected end-of-input: expected close marker for Object (column 29)",
                "{'task_id': 2} | not valid JSON: Unexpected character (''' (code 39)): was expecting double-quote to start field name (column 2)",
                "[1] | must be a JSON object, like {\"task_id\": …}",
            })
    void lineAtFaultIsNamedByNumberAndField(String line, String message) throws IOException {
        String sound = "{\"task_id\": 0, \"completion\": \"x\"}\n";

        assertThat(faults(sound + "\n" + line + "\n" + sound)).containsExactly("samples.jsonl:3: " + message);
    }

    @Test
    void bareNumberOfTwoTasksIsRefused() throws IOException {
        Path file = write("{\"task_id\": 2, \"completion\": \"x\"}".getBytes(StandardCharsets.UTF_8));
        RecordingReader reader = new RecordingReader(List.of(new TaskId("HumanEval/2"), new TaskId("Mbpp/2")));

        assertThat(faults(file, reader))
                .containsExactly(
                        "samples.jsonl:1: task_id: '2' could be HumanEval/2 or Mbpp/2; write the whole task id");
    }

    @Test
    void allFaultsAreReportedTogether() throws IOException {
        assertThat(faults("{}\nnot json\n{\"task_id\": 2}\n")).hasSize(3);
    }

    @Test
    void gzippedRecordingIsReadWhateverItIsCalled() throws IOException {
        Path file = write(Gzip.pack("{\"task_id\": 2, \"completion\": \"x\"}\n"));

        assertThat(new RecordingReader(TASKS).read(file, answers::add).samples())
                .isEqualTo(1);
    }

    @Test
    void byteOrderMarkAndCrLfDoNotMatter() throws IOException {
        assertThat(read("\uFEFF{\"task_id\": 2, \"completion\": \"x\"}\r\n\r\n").samples())
                .isEqualTo(1);
    }

    @Test
    void truncatedGzipIsNamedByTheLineReached() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append("{\"task_id\": 2, \"completion\": \"")
                    .append(Integer.toHexString(i * 7919))
                    .append("\"}\n");
        }
        byte[] packed = Gzip.pack(lines.toString());
        Path file = write(Arrays.copyOf(packed, packed.length / 2));

        assertThat(faults(file, new RecordingReader(TASKS)))
                .singleElement()
                .asString()
                .matches("samples\\.jsonl:\\d{3,}: the gzip data is cut off");
        assertThat(answers).as("handed over while reading").hasSizeGreaterThan(100);
    }

    @Test
    void brokenGzipIsRefused() throws IOException {
        byte[] packed = Gzip.pack("{\"task_id\": 2, \"completion\": \"x\"}\n");
        packed[packed.length - 8] ^= 1;

        assertThat(faults(write(packed), new RecordingReader(TASKS)))
                .singleElement()
                .asString()
                .contains("the gzip data is broken");
    }

    @Test
    void invalidUtf8IsNamedByLine() throws IOException {
        Path file = write("{\"task_id\": 2, \"completion\": \"x\"}\n{\"task_id\": 2, \"completion\": \"\u00e9\"}\n"
                .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(faults(file, new RecordingReader(TASKS))).containsExactly("samples.jsonl:2: is not valid UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void emptyRecordingIsRefused(String content) throws IOException {
        assertThat(faults(content))
                .singleElement()
                .asString()
                .matches("samples\\.jsonl: (is empty|holds no recorded answer)");
    }

    @Test
    void missingFileAndFolderAreRefused() {
        RecordingReader reader = new RecordingReader(TASKS);

        assertThat(faults(folder.resolve("none.jsonl"), reader)).containsExactly("none.jsonl: there is no such file");
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> reader.read(folder, answers::add)))
                .hasMessage(folder + ": is a folder, not a file");
    }

    @Test
    void tasksWithoutAnyAnswerAreNamed() throws IOException {
        Recording recording = read("{\"task_id\": 2, \"completion\": \"x\"}");

        assertThat(recording.missing(TASKS))
                .map(Fault::message)
                .hasValue("3 of 4 tasks have no recorded answer: HumanEval/0, safe-sum, 7");
        assertThat(recording.missing(List.of(new TaskId("HumanEval/2")))).isEmpty();
    }

    private Recording read(String lines) throws IOException {
        return new RecordingReader(TASKS).read(write(lines.getBytes(StandardCharsets.UTF_8)), answers::add);
    }

    private List<String> faults(String lines) throws IOException {
        return faults(write(lines.getBytes(StandardCharsets.UTF_8)), new RecordingReader(TASKS));
    }

    private List<String> faults(Path file, RecordingReader reader) {
        return catchThrowableOfType(InvalidInputException.class, () -> reader.read(file, answers::add))
                .faults()
                .stream()
                .map(fault -> fault.toString().replace(folder + "/", ""))
                .toList();
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("samples.jsonl"), content);
    }
}
