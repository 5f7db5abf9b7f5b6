package dev.assay.formats.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One JSON object per line. Blank lines, a byte order mark and CRLF are fine; the tokens {@code NaN} and
 * {@code Infinity} are read, since public files hold them. Numbers are exact.
 */
public final class JsonLines {

    private static final int MAX_LINE_BYTES = 64 * 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAX_LINE_BYTES)
                        .maxNumberLength(10_000)
                        .build());
    }

    private final Path file;
    private final Faults faults;

    /** Lines that cannot be read become faults. */
    public JsonLines(Path file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Hands over every readable line in order, holding one at a time.
     *
     * @throws InvalidInputException if the file cannot be opened
     */
    public void forEach(Consumer<JsonLine> consumer) {
        int number = 0;
        try (InputStream in = InputFile.open(file)) {
            LineSplitter lines = new LineSplitter(in, MAX_LINE_BYTES);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                number++;
                read(number, line, consumer);
            }
        } catch (IOException e) {
            faults.add(file.toString(), number + 1, null, InputFile.reason(e));
        }
    }

    /**
     * The first line that holds an object; empty if the first line with anything on it holds none.
     *
     * @throws InvalidInputException if the file cannot be opened
     */
    public Optional<ObjectNode> first() {
        try (InputStream in = InputFile.open(file)) {
            LineSplitter lines = new LineSplitter(in, MAX_LINE_BYTES);
            List<ObjectNode> found = new ArrayList<>();
            int number = 0;
            for (byte[] line = lines.next();
                    line != null && found.isEmpty() && faults.count() == 0;
                    line = lines.next()) {
                number++;
                read(number, line, record -> found.add(record.object()));
            }
            return found.stream().findFirst();
        } catch (IOException e) {
            faults.add(file.toString(), 1, null, InputFile.reason(e));
            return Optional.empty();
        }
    }

    private void read(int number, byte[] bytes, Consumer<JsonLine> consumer) {
        int begin = number == 1 ? Utf8.lengthOfByteOrderMark(bytes) : 0;
        try {
            String text = Utf8.decode(ByteBuffer.wrap(bytes, begin, bytes.length - begin));
            if (text.isBlank()) {
                return;
            }
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                consumer.accept(new JsonLine(file.toString(), number, object, faults));
            } else {
                faults.add(file.toString(), number, null, "must be a JSON object, like {\"task_id\": …}");
            }
        } catch (CharacterCodingException e) {
            faults.add(file.toString(), number, null, "is not valid UTF-8");
        } catch (JsonProcessingException e) {
            faults.add(file.toString(), number, null, "not valid JSON: " + reason(e));
        }
    }

    private static String reason(JsonProcessingException problem) {
        String what = problem.getOriginalMessage().replaceAll("\\s*(\\R|\\(start marker at)[\\s\\S]*", "");
        return problem.getLocation() == null
                ? what
                : what + " (column " + problem.getLocation().getColumnNr() + ")";
    }
}
