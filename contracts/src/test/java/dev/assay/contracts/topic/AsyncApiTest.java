package dev.assay.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.contracts.event.Event;
import dev.assay.contracts.event.EventType;
import dev.assay.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");
    private static JsonNode api;

    @BeforeAll
    static void readDocument() throws IOException {
        api = new YAMLMapper().readTree(DOCUMENT.toFile());
    }

    @Test
    void namesEveryTopicAndNoOther() {
        Set<String> documented = StreamSupport.stream(api.path("channels").spliterator(), false)
                .map(channel -> channel.path("address").asText())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented)
                .isEqualTo(Stream.of(Topic.values())
                        .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterTopicName()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventIsAMessageOfItsTopicWithItsSchema(EventType type) throws IOException {
        String name = type.recordType().getSimpleName();
        JsonNode message = api.path("components").path("messages").path(name);

        assertThat(message.path("name").asText()).isEqualTo(type.cloudEventsType());
        Path schema = DOCUMENT.resolveSibling(
                message.path("payload").path("schema").path("$ref").asText());
        assertThat(schema).exists();
        assertThat(schema.getFileName()).hasToString(type.cloudEventsType() + ".json");
        assertThat(channelOf(example(type).topic()).path("messages").has(name)).isTrue();
    }

    @Test
    void everyDocumentedMessageIsAnEventOrADeadLetter() {
        Set<String> names = Stream.of(EventType.values())
                .map(type -> type.recordType().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        names.add("DeadLetter");

        Set<String> documented = new TreeSet<>();
        api.path("components").path("messages").fieldNames().forEachRemaining(documented::add);

        assertThat(documented).isEqualTo(names);
    }

    private static JsonNode channelOf(Topic topic) {
        return StreamSupport.stream(api.path("channels").spliterator(), false)
                .filter(channel -> channel.path("address").asText().equals(topic.topicName()))
                .findFirst()
                .orElseThrow();
    }

    private static Event example(EventType type) throws IOException {
        return Json.read(
                Files.readString(Path.of("src/test/resources/examples", type.cloudEventsType() + ".json")),
                type.recordType());
    }
}
