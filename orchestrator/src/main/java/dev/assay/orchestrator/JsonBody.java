package dev.assay.orchestrator;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.assay.contracts.json.Json;
import dev.assay.wire.rest.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests, which may be packed and must name what is wrong with them. */
final class JsonBody {
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;

    private JsonBody() {}

    /**
     * The body as a value of this type.
     *
     * @param encoding the header Content-Encoding: none, {@code identity} or {@code gzip}
     * @throws ProblemException if it cannot be read
     */
    static <T> T read(byte[] body, @Nullable String encoding, Class<T> type) {
        byte[] json = unpacked(body, encoding);
        if (json.length > LARGEST) {
            throw new ProblemException(TOO_LARGE, "Body too large", "unpacked it is larger than 64 MiB");
        }
        if (json.length == 0) {
            throw new ProblemException(BAD_REQUEST, "Unreadable body", "the body is empty");
        }
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new ProblemException(BAD_REQUEST, "Unreadable body", place(e) + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ProblemException(BAD_REQUEST, "Unreadable body", String.valueOf(e.getMessage()));
        }
    }

    private static byte[] unpacked(byte[] body, @Nullable String encoding) {
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new ProblemException(
                    UNSUPPORTED, "Unsupported encoding", "Content-Encoding may be gzip or identity, not " + encoding);
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unpacked.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new ProblemException(BAD_REQUEST, "Unreadable body", "not gzip: " + e.getMessage());
        }
    }

    private static String place(JacksonException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                        .map(each -> each.getFieldName() != null ? each.getFieldName() : "[" + each.getIndex() + "]")
                        .collect(Collectors.joining("."))
                        .replace(".[", "[")
                + ": ";
    }
}
