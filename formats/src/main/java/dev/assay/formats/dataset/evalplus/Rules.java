package dev.assay.formats.dataset.evalplus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The rules that stand beside this class as data. */
final class Rules {

    private Rules() {}

    static JsonNode load(String name) {
        try (InputStream in = Objects.requireNonNull(Rules.class.getResourceAsStream(name), name)) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
