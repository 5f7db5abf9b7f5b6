package dev.assay.formats.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.formats.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One line and typed access to its fields; a field of another type is a fault and counts as absent.
 *
 * @param number from 1
 */
public record JsonLine(String file, int number, ObjectNode object, Faults faults) {

    /** Records what is wrong with a field of this line. */
    public void fault(@Nullable String field, String message) {
        faults.add(file, number, field, message);
    }

    /** The text, or null if there is none. */
    public @Nullable String text(String field) {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            fault(field, "must be text, not " + kindName(value));
            return null;
        }
        return wellFormed(field, value.textValue());
    }

    /** The text, which must be there and not blank; else a fault is recorded and the result is empty. */
    public String requiredText(String field) {
        int before = faults.count();
        String value = text(field);
        if (value != null && !value.isBlank()) {
            return value;
        }
        if (faults.count() == before) {
            fault(field, value == null ? "is missing" : "must not be blank");
        }
        return "";
    }

    /** The texts of a list; empty if there is none. */
    public List<String> texts(String field) {
        JsonNode value = present(field);
        if (value != null && !value.isArray()) {
            fault(field, "must be a list, not " + kindName(value));
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; value != null && i < value.size(); i++) {
            String name = field + "[" + i + "]";
            String text =
                    value.get(i).isTextual() ? wellFormed(name, value.get(i).textValue()) : null;
            if (!value.get(i).isTextual()) {
                fault(name, "must be text, not " + kindName(value.get(i)));
            } else if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A name given as text or as an integer; null if there is none. */
    public @Nullable String textOrInteger(String field) {
        JsonNode value = present(field);
        if (value != null && value.isIntegralNumber()) {
            return value.bigIntegerValue().toString();
        }
        if (value != null && !value.isTextual()) {
            fault(field, "must be text or an integer, not " + kindName(value));
            return null;
        }
        return text(field);
    }

    /** A number of milliseconds or tokens, rounded; null if there is none. */
    public @Nullable Long count(String field) {
        return count(field, present(field));
    }

    /**
     * The same of a value within a field.
     *
     * @param field as messages name it
     */
    public @Nullable Long count(String field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= 0 && number <= Integer.MAX_VALUE)) {
            fault(field, "must be a number from 0 to " + Integer.MAX_VALUE + ", not " + value);
            return null;
        }
        return Math.round(number);
    }

    /** The object, or null if there is none. */
    public @Nullable ObjectNode object(String field) {
        JsonNode value = present(field);
        if (value == null || value instanceof ObjectNode) {
            return (ObjectNode) value;
        }
        fault(field, "must be an object, not " + kindName(value));
        return null;
    }

    private @Nullable JsonNode present(String field) {
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private @Nullable String wellFormed(String field, String text) {
        OptionalInt half = Surrogates.firstLone(text);
        if (half.isPresent()) {
            fault(field, Surrogates.described(half.getAsInt()));
            return null;
        }
        return text;
    }

    private static String kindName(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case OBJECT -> "an object";
            case STRING -> "text";
            case BINARY, MISSING, NULL, POJO -> "nothing";
        };
    }
}
