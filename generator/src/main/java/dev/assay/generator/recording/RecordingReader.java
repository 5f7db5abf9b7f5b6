package dev.assay.generator.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.run.RecordedAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a recording, JSON lines of {@link RecordedAnswer}, as a stream, and counts and digests it on the way. */
final class RecordingReader implements AutoCloseable {

    private final MappingIterator<RecordedAnswer> answers;
    private final MessageDigest digest;
    private final Map<TaskId, Integer> counts = new HashMap<>();
    private int samples;

    /** @param document canonical JSON of the answer */
    record Line(RecordedKey key, byte[] document) {}

    RecordingReader(InputStream lines) throws IOException {
        this.answers = Json.MAPPER.readerFor(RecordedAnswer.class).readValues(lines);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The next answer; null at the end.
     *
     * @throws InvalidRecordingException if it is not JSON of a recorded answer
     */
    @Nullable
    Line next() throws IOException {
        try {
            if (!answers.hasNextValue()) {
                return null;
            }
            RecordedAnswer answer = answers.nextValue();
            byte[] document = Json.canonical(answer);
            digest.update(document);
            digest.update((byte) '\n');
            samples++;
            int count = counts.merge(answer.task(), 1, Integer::sum);
            return new Line(new RecordedKey(answer.task(), count - 1), document);
        } catch (JsonProcessingException e) {
            throw new InvalidRecordingException(
                    e.getLocation() == null ? line() : e.getLocation().getLineNr(), reason(e));
        }
    }

    /** What was read. */
    RecordingSummary summary() {
        return new RecordingSummary(
                new Digest(HexFormat.of().formatHex(digest.digest())),
                counts.size(),
                samples,
                counts.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private int line() {
        return answers.getCurrentLocation().getLineNr();
    }

    private static String reason(JsonProcessingException e) {
        Throwable cause = e.getCause();
        return e instanceof ValueInstantiationException && cause != null && cause.getMessage() != null
                ? cause.getMessage()
                : e.getOriginalMessage();
    }

    @Override
    public void close() throws IOException {
        answers.close();
    }
}
