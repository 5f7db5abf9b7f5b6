package dev.assay.contracts.event;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import dev.assay.contracts.id.SampleId;
import dev.assay.contracts.json.Json;
import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.outcome.Outcome;
import dev.assay.contracts.outcome.OutcomeJson;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the JSON Schema of an event from its record: a component is required unless it is {@link Nullable}. */
final class EventSchemas {

    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static ObjectNode of(EventType type) {
        ObjectNode schema = GENERATOR.generateSchema(type.recordType());
        schema.put("$id", "https://assay.dev/schemas/" + type.cloudEventsType() + ".json");
        schema.put("title", type.recordType().getSimpleName());
        return schema;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
        config.forFields()
                .withRequiredCheck(
                        field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        config.forTypesInGeneral().withCustomDefinitionProvider(EventSchemas::special);
        return new SchemaGenerator(config.build());
    }

    private static @Nullable CustomDefinition special(ResolvedType type, SchemaGenerationContext context) {
        Class<?> erased = type.getErasedType();
        if (erased == Outcome.class) {
            return new CustomDefinition(
                    context.createDefinition(context.getTypeContext().resolve(OutcomeJson.class)));
        }
        if (erased == Judged.class) {
            ObjectNode outcome = Json.MAPPER.createObjectNode().put("type", "object");
            ObjectNode name = outcome.putObject("properties").putObject("name").put("type", "string");
            Arrays.stream(Judged.values())
                    .forEach(each -> name.withArray("enum").add(each.label()));
            outcome.putArray("required").add("name");
            return new CustomDefinition(outcome);
        }
        if (JsonNode.class.isAssignableFrom(erased)) {
            return new CustomDefinition(Json.MAPPER.createObjectNode());
        }
        return isText(erased)
                ? new CustomDefinition(Json.MAPPER.createObjectNode().put("type", "string"))
                : null;
    }

    private static boolean isText(Class<?> type) {
        return type == SampleId.class
                || type.isRecord()
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
    }
}
