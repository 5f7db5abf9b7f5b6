package dev.assay.formats.nativesuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that editors use and the reader know the same keys and words. */
class PublishedSchemaTest {

    private static final Path SCHEMAS = Path.of("..", "docs", "schemas");
    private static final Path GOLDEN = Path.of("..", "suites", "golden");
    private static final String SUITE = "suite.schema.json";
    private static final String TASK = "task.schema.json";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("keysByPlace")
    void schemaAndReaderKnowTheSameWords(String schema, String place, List<String> known) throws IOException {
        JsonNode found = tree(schema).at(place);

        List<String> words = found.isArray()
                ? found.valueStream().map(JsonNode::asText).toList()
                : found.properties().stream().map(Map.Entry::getKey).toList();
        assertThat(words).as(schema + place).containsExactlyInAnyOrderElementsOf(known);
    }

    static Stream<Arguments> keysByPlace() {
        String group = "/properties/evaluation/items/oneOf/";
        return Stream.of(
                Arguments.of(SUITE, "/properties", Keys.SUITE),
                Arguments.of(SUITE, "/properties/categories/properties", Keys.CATEGORIES),
                Arguments.of(SUITE, "/properties/rubric/items/properties", Keys.RUBRIC),
                Arguments.of(SUITE, "/properties/limits/properties", Keys.LIMITS),
                Arguments.of(SUITE, "/properties/environment/properties", Keys.ENVIRONMENT),
                Arguments.of(SUITE, "/properties/changelog/items/properties", Keys.CHANGE),
                Arguments.of(TASK, "/properties", Keys.TASK),
                Arguments.of(TASK, "/properties/category/enum", Keys.CATEGORIES),
                Arguments.of(TASK, "/properties/status/enum", Keys.STATUSES),
                Arguments.of(TASK, "/properties/complexity/enum", Keys.COMPLEXITIES),
                Arguments.of(TASK, "/properties/limits/properties", Keys.LIMITS),
                Arguments.of(TASK, "/properties/variant_of/properties", Keys.VARIANT),
                Arguments.of(TASK, "/properties/messages/items/properties", Keys.MESSAGE),
                Arguments.of(TASK, "/properties/messages/items/properties/role/enum", Keys.ROLES),
                Arguments.of(TASK, "/properties/context_files/items/properties", Keys.CONTEXT_FILE),
                Arguments.of(TASK, "/properties/success/properties", Keys.SUCCESS),
                Arguments.of(TASK, "/properties/stages/items/properties", Keys.STAGE),
                Arguments.of(TASK, group + "0/properties", Keys.TESTS),
                Arguments.of(TASK, group + "1/properties", Keys.IO),
                Arguments.of(TASK, group + "1/properties/cases/items/properties", Keys.CASE),
                Arguments.of(TASK, group + "1/properties/compare/enum", Keys.COMPARISONS),
                Arguments.of(TASK, group + "2/properties/type/enum", Keys.LATER_EVALUATIONS));
    }

    @Test
    void bundledSuiteIsValid() throws IOException {
        assertThat(problems(SUITE, Files.readString(GOLDEN.resolve("suite.yaml"))))
                .isEmpty();
        try (Stream<Path> tasks = Files.walk(GOLDEN.resolve("tasks"))) {
            assertThat(tasks.filter(path -> path.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(problems(TASK, Files.readString(file)))
                            .as(file.toString())
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "reference", "criteria", "findings", "ranking", "patch"})
    void typeThatComesLaterIsValidButNotReadYet(String type) throws IOException {
        String task = SuiteOnDisk.TASK.replaceFirst("type: io[\\s\\S]*", "type: " + type + "\n    with: anything\n");

        assertThat(problems(TASK, task)).isEmpty();
        assertThat(new SuiteOnDisk(folder).task(task).faults())
                .containsExactly("tasks/add-one.yaml:12: evaluation[0].type: the evaluation type '" + type
                        + "' is not supported yet, see docs/suites.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: add-one -> idd: add-one",
                "category: generation -> category: gardening",
                "type: io -> type: oi",
                "entry_point: add_one -> entry-point: add_one",
                "output: 2 -> result: 2",
                "group: io -> compare: fuzzy",
                "language: python -> limits: {memory: 5}",
                "language: python -> tier: 4",
            })
    void whatTheReaderRefusesIsNotValidEither(String change) throws IOException {
        String[] parts = change.split(" -> ", 2);
        String task = SuiteOnDisk.TASK.replace(parts[0], parts[1]);

        assertThat(new SuiteOnDisk(folder).task(task).faults()).isNotEmpty();
        assertThat(problems(TASK, task)).isNotEmpty();
    }

    private static List<String> problems(String schema, String yaml) throws IOException {
        Schema loaded = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(schema)), InputFormat.JSON);
        return loaded.validate(new YAMLMapper().readTree(yaml)).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode tree(String schema) throws IOException {
        return new ObjectMapper().readTree(SCHEMAS.resolve(schema).toFile());
    }
}
