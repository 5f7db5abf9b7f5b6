package dev.assay.formats.dataset.evalplus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes values that JSON lacks as objects of one key, see {@link EvalPlusProblem}. */
final class PythonValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private PythonValues() {}

    /** A value as JSON gives it: dicts whose keys could be taken for a mark and floats that JSON lacks are marked. */
    static JsonNode plain(JsonNode value) {
        return switch (value) {
            case ArrayNode array -> each(array, PythonValues::plain);
            case ObjectNode object -> dict(object, PythonValues::plain);
            case JsonNode number when number.isDouble() || number.isFloat() -> nonFinite(number.doubleValue());
            case JsonNode number
            when number.isBigDecimal() && number.decimalValue().scale() == 0 ->
                JSON.numberNode(number.decimalValue().setScale(1));
            case JsonNode other -> other;
        };
    }

    static ArrayNode each(ArrayNode array, UnaryOperator<JsonNode> change) {
        ArrayNode changed = JSON.arrayNode(array.size());
        array.forEach(item -> changed.add(change.apply(item)));
        return changed;
    }

    static JsonNode dict(ObjectNode object, UnaryOperator<JsonNode> change) {
        if (object.properties().stream().noneMatch(entry -> entry.getKey().startsWith("$"))) {
            ObjectNode changed = JSON.objectNode();
            object.properties().forEach(entry -> changed.set(entry.getKey(), change.apply(entry.getValue())));
            return changed;
        }
        ArrayNode pairs = JSON.arrayNode();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            pairs.add(JSON.arrayNode().add(entry.getKey()).add(change.apply(entry.getValue())));
        }
        return marked("$dict", pairs);
    }

    static JsonNode marked(String kind, JsonNode content) {
        return JSON.objectNode().set(kind, content);
    }

    static JsonNode emptyDict() {
        return JSON.objectNode();
    }

    static JsonNode text(String text) {
        return JSON.textNode(text);
    }

    private static JsonNode nonFinite(double value) {
        return marked("$float", text(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"));
    }
}
