package dev.assay.formats.nativesuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.yaml.YamlNode;
import dev.assay.formats.yaml.YamlNode.Entry;
import dev.assay.formats.yaml.YamlNode.Kind;
import dev.assay.formats.yaml.YamlNode.Mapping;
import dev.assay.formats.yaml.YamlNode.Scalar;
import dev.assay.formats.yaml.YamlNode.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Turns values of test cases into JSON without changing them: 1 stays an integer, 1.0 a float, big integers exact. */
final class JsonValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final int MAX_DIGITS = 10_000;
    private static final int MAX_INT_BITS = 31;
    private static final int MAX_LONG_BITS = 63;

    private final String file;
    private final Faults faults;

    JsonValues(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /**
     * Null where the value cannot be kept; then a fault says why.
     *
     * @param field as faults name it
     */
    JsonNode json(String field, YamlNode node) {
        return switch (node) {
            case Scalar scalar -> scalar(field, scalar);
            case Sequence sequence -> array(field, sequence.items());
            case Mapping mapping -> object(field, mapping);
        };
    }

    private ArrayNode array(String field, List<YamlNode> items) {
        ArrayNode array = JSON.arrayNode(items.size());
        for (int i = 0; i < items.size(); i++) {
            array.add(json(field + "[" + i + "]", items.get(i)));
        }
        return array;
    }

    private ObjectNode object(String field, Mapping mapping) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, Entry> each : mapping.entries().entrySet()) {
            Entry entry = each.getValue();
            if (entry.keyKind() != Kind.STRING) {
                faults.add(
                        file,
                        entry.line(),
                        field,
                        "keys are text in JSON; write \"" + each.getKey()
                                + "\" in quotes, or use a tests group for other keys");
            }
            object.set(each.getKey(), json(field + "." + each.getKey(), entry.value()));
        }
        return object;
    }

    private JsonNode scalar(String field, Scalar scalar) {
        String text = scalar.text();
        return switch (scalar.kind()) {
            case STRING -> JSON.textNode(text);
            case NULL -> JSON.nullNode();
            case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(text));
            case INTEGER -> integer(field, scalar);
            case FLOAT -> decimal(field, scalar);
        };
    }

    private JsonNode integer(String field, Scalar scalar) {
        String text = scalar.text();
        if (text.length() > MAX_DIGITS) {
            return refused(field, scalar, "an integer has at most " + MAX_DIGITS + " digits");
        }
        if (text.matches("[-+]?0[0-9]+")) {
            return refused(field, scalar, "'" + text + "' begins with 0; write 0o… for octal, or leave the 0 out");
        }
        BigInteger value = YamlNumbers.integer(text);
        if (value.bitLength() <= MAX_INT_BITS) {
            return JSON.numberNode(value.intValue());
        }
        return value.bitLength() <= MAX_LONG_BITS ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }

    private JsonNode decimal(String field, Scalar scalar) {
        String text = scalar.text();
        if (text.length() > MAX_DIGITS || !YamlNumbers.isFinite(text)) {
            return refused(
                    field, scalar, "'" + text + "' is no finite double, which JSON needs; use a tests group for it");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.signum() == 0 && text.startsWith("-")) {
            return refused(field, scalar, "JSON does not keep the sign of -0.0; use a tests group for it");
        }
        return JSON.numberNode(value.scale() == 0 ? value.setScale(1) : value);
    }

    private JsonNode refused(String field, Scalar scalar, String why) {
        faults.add(file, scalar.line(), field, why);
        return JSON.nullNode();
    }
}
