package dev.assay.formats.dataset.evalplus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** What an argument was in Python before it became JSON. */
enum PythonType {
    AS_IS("as is") {
        @Override
        JsonNode restore(JsonNode value) {
            return PythonValues.plain(value);
        }
    },
    TUPLE("tuple") {
        @Override
        JsonNode restore(JsonNode value) {
            return PythonValues.marked("$tuple", PythonValues.each(list(value), PythonValues::plain));
        }
    },
    LIST_OF_TUPLE("list of tuple") {
        @Override
        JsonNode restore(JsonNode value) {
            return PythonValues.each(list(value), TUPLE::restore);
        }
    },
    TUPLE_OF_TUPLE("tuple of tuple") {
        @Override
        JsonNode restore(JsonNode value) {
            return PythonValues.marked("$tuple", PythonValues.each(list(value), TUPLE::restore));
        }
    },
    TUPLE_OF_TUPLE_OR_OTHER("tuple of tuple or other") {
        @Override
        JsonNode restore(JsonNode value) {
            return PythonValues.marked(
                    "$tuple",
                    PythonValues.each(
                            list(value), item -> item.isArray() ? TUPLE.restore(item) : PythonValues.plain(item)));
        }
    },
    TUPLE_ALL_THE_WAY_DOWN("tuple all the way down") {
        @Override
        JsonNode restore(JsonNode value) {
            return value instanceof ArrayNode array
                    ? PythonValues.marked("$tuple", PythonValues.each(array, this::restore))
                    : PythonValues.plain(value);
        }
    },
    LIST_OF_SET_OR_EMPTY_DICT("list of set or empty dict") {
        @Override
        JsonNode restore(JsonNode value) {
            return PythonValues.each(
                    list(value),
                    item -> item instanceof ArrayNode array && !array.isEmpty()
                            ? PythonValues.marked("$set", PythonValues.each(array, PythonValues::plain))
                            : PythonValues.emptyDict());
        }
    },
    DICT_OF_TUPLE("dict of tuple") {
        @Override
        JsonNode restore(JsonNode value) {
            if (value instanceof ObjectNode object) {
                return PythonValues.dict(object, TUPLE::restore);
            }
            throw new IllegalArgumentException("is not an object");
        }
    },
    FLOAT("float") {
        @Override
        JsonNode restore(JsonNode value) {
            return PythonValues.marked("$float", PythonValues.text(value.asText()));
        }
    },
    COMPLEX("complex") {
        @Override
        JsonNode restore(JsonNode value) {
            return PythonValues.marked("$complex", PythonValues.text(value.asText()));
        }
    };

    private final String word;

    PythonType(String word) {
        this.word = word;
    }

    /** @throws IllegalArgumentException if the value cannot have been of this type */
    abstract JsonNode restore(JsonNode value);

    static PythonType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type is called '" + word + "'"));
    }

    private static ArrayNode list(JsonNode value) {
        if (value instanceof ArrayNode array) {
            return array;
        }
        throw new IllegalArgumentException("is not a list");
    }
}
