package dev.assay.reporter.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.contracts.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schemas of result files. */
final class Schemas {

    private static final Path FOLDER = Path.of("../docs/schemas");

    private Schemas() {}

    static ObjectNode read(String name) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(Files.readString(FOLDER.resolve(name + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> faults(String name, JsonNode document) {
        return faults(read(name), document);
    }

    static List<String> faults(JsonNode schema, JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString())
                .validate(document.toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
