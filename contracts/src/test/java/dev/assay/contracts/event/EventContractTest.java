package dev.assay.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.contracts.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventContractTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/dev/assay/contracts/schemas");
    private static final Path EXAMPLES = Path.of("src/test/resources/examples");

    /** Run with {@code -Dassay.schemas.write=true} after a change of a record, and review the difference. */
    @ParameterizedTest
    @EnumSource(EventType.class)
    void checkedInSchemaIsWrittenFromTheRecord(EventType type) throws IOException {
        Path file = SCHEMAS.resolve(type.cloudEventsType() + ".json");
        String written = EventSchemas.of(type).toPrettyString() + "\n";

        if (Boolean.getBoolean("assay.schemas.write")) {
            Files.writeString(file, written);
        }

        assertThat(Files.readString(file)).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void exampleSurvivesReadingAndWriting(EventType type) throws IOException {
        JsonNode example = example(type);

        Event event = Json.read(example.toString(), type.recordType());

        assertThat(Json.read(Json.text(event), JsonNode.class)).isEqualTo(example);
        assertThat(EventType.of(event)).isEqualTo(type);
        assertThat(event.partitionKey()).isNotBlank();
        assertThat(event.identity()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void exampleIsValidByItsSchema(EventType type) throws IOException {
        assertThat(schema(type).validate(example(type).toString(), InputFormat.JSON))
                .extracting(Error::toString)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyRequiredFieldIsMissedBySchemaAndReader(EventType type) throws IOException {
        JsonNode required = EventSchemas.of(type).path("required");
        assertThat(required).isNotEmpty();
        for (JsonNode field : required) {
            ObjectNode broken = example(type).deepCopy();
            broken.remove(field.asText());

            assertThat(schema(type).validate(broken.toString(), InputFormat.JSON))
                    .as("schema without %s", field)
                    .isNotEmpty();
            assertThatThrownBy(() -> Json.read(broken.toString(), type.recordType()))
                    .as("reader without %s", field)
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void unknownOptionalFieldOfALaterVersionIsPassedOver(EventType type) throws IOException {
        ObjectNode later = example(type).deepCopy();
        later.put("fieldOfALaterVersion", 1);

        assertThat(Json.read(later.toString(), type.recordType()))
                .isEqualTo(Json.read(example(type).toString(), type.recordType()));
    }

    @Test
    void everyEventRecordHasOneType() {
        Set<Class<?>> permitted = Set.of(Event.class.getPermittedSubclasses());

        assertThat(Stream.of(EventType.values()).map(EventType::recordType).collect(Collectors.toSet()))
                .isEqualTo(permitted);
    }

    @Test
    void noSchemaOrExampleIsLeftOfAnEventThatIsGone() throws IOException {
        List<String> expected = Stream.of(EventType.values())
                .map(type -> type.cloudEventsType() + ".json")
                .toList();
        for (Path folder : List.of(SCHEMAS, EXAMPLES)) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> String.valueOf(file.getFileName())))
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static ObjectNode example(EventType type) throws IOException {
        return (ObjectNode) Json.MAPPER.readTree(Files.readString(EXAMPLES.resolve(type.cloudEventsType() + ".json")));
    }

    private static Schema schema(EventType type) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(type.cloudEventsType() + ".json")));
    }
}
