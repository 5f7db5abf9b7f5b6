package dev.assay.formats.nativesuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.Suggestion;
import dev.assay.formats.yaml.YamlNode;
import dev.assay.formats.yaml.YamlNode.Entry;
import dev.assay.formats.yaml.YamlNode.Kind;
import dev.assay.formats.yaml.YamlNode.Mapping;
import dev.assay.formats.yaml.YamlNode.Scalar;
import dev.assay.formats.yaml.YamlNode.Sequence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Typed access to one mapping of a file. A value of another type is a fault and counts as absent; so does null. */
final class Fields {

    private final String file;
    private final String path;
    private final Mapping mapping;
    private final Faults faults;

    private Fields(String file, String path, Mapping mapping, Faults faults) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
        this.faults = faults;
    }

    /** The top of a file; empty if it is no mapping. */
    static Optional<Fields> of(String file, YamlNode root, List<String> known, Faults faults) {
        if (root instanceof Mapping mapping) {
            Fields fields = new Fields(file, "", mapping, faults);
            fields.refuseAllBut(known);
            return Optional.of(fields);
        }
        faults.add(file, root.line(), null, "must be a mapping of keys to values, not " + root.kindName());
        return Optional.empty();
    }

    String file() {
        return file;
    }

    Faults faults() {
        return faults;
    }

    /** Where the key stands; without it, where the mapping begins. */
    int line(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.line() : entry.line();
    }

    /** The full name of a key, e.g. {@code evaluation[0].type}. */
    String name(String key) {
        return path + key;
    }

    void fault(String key, String message) {
        faults.add(file, line(key), name(key), message);
    }

    void warn(String key, String message) {
        faults.warn(file, line(key), name(key), message);
    }

    List<String> keys() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** The value, or null if it is absent or null. */
    @Nullable
    YamlNode node(String key) {
        Entry entry = mapping.entries().get(key);
        return entry == null || isNull(entry.value()) ? null : entry.value();
    }

    boolean has(String key) {
        return node(key) != null;
    }

    void refuseAllBut(List<String> known) {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                fault(key, "unknown key '" + key + "'" + Suggestion.didYouMean(key, known));
            }
        }
    }

    /** Records a fault and says false if the key is absent. */
    boolean require(String key) {
        if (!has(key)) {
            fault(key, "is missing");
        }
        return has(key);
    }

    @Nullable
    String text(String key) {
        YamlNode node = node(key);
        if (node instanceof Scalar scalar && scalar.kind() == Kind.STRING) {
            if (scalar.text().isBlank()) {
                fault(key, "must not be blank");
                return null;
            }
            return scalar.text();
        }
        if (node instanceof Scalar scalar) {
            fault(key, "must be text; write it in quotes: \"" + scalar.text() + "\"");
        } else if (node != null) {
            fault(key, "must be text, not " + node.kindName());
        }
        return null;
    }

    /** The text; if there is none, a fault is recorded and the result is empty. */
    String requiredText(String key) {
        require(key);
        String text = text(key);
        return text == null ? "" : text;
    }

    /** One of these words; null if absent or another. */
    @Nullable
    String word(String key, List<String> known) {
        String word = text(key);
        if (word != null && !known.contains(word)) {
            fault(key, "'" + word + "' is not one of " + String.join(", ", known) + Suggestion.didYouMean(word, known));
            return null;
        }
        return word;
    }

    @Nullable
    Integer integer(String key, int least, int most) {
        YamlNode node = node(key);
        if (node == null) {
            return null;
        }
        Double value = node instanceof Scalar scalar && scalar.kind() == Kind.INTEGER ? numberOf(scalar) : null;
        if (value == null || value < least || value > most) {
            fault(key, "must be an integer from " + least + " to " + most + ", not " + shown(node));
            return null;
        }
        return value.intValue();
    }

    /** A number more than {@code above} and at most {@code most}. */
    @Nullable
    Double number(String key, double above, double most) {
        YamlNode node = node(key);
        if (node == null) {
            return null;
        }
        Double value = node instanceof Scalar scalar ? numberOf(scalar) : null;
        if (value == null || !(value > above && value <= most)) {
            String range = above < 0 ? "from 0 to " + shown(most) : "more than 0 and at most " + shown(most);
            fault(key, "must be a number " + range + ", not " + shown(node));
            return null;
        }
        return value;
    }

    @Nullable
    LocalDate date(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            fault(key, "must be a date like \"2026-11-21\", not '" + text + "'");
            return null;
        }
    }

    List<YamlNode> list(String key) {
        YamlNode node = node(key);
        if (node instanceof Sequence sequence) {
            return sequence.items();
        }
        if (node != null) {
            fault(key, "must be a list, not " + node.kindName());
        }
        return List.of();
    }

    /** Texts that are distinct and not blank. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        List<YamlNode> items = list(key);
        for (int i = 0; i < items.size(); i++) {
            String name = name(key) + "[" + i + "]";
            YamlNode item = items.get(i);
            if (!(item instanceof Scalar scalar)
                    || scalar.kind() != Kind.STRING
                    || scalar.text().isBlank()) {
                faults.add(file, item.line(), name, "must be text, not " + shown(item));
            } else if (texts.contains(scalar.text())) {
                faults.add(file, item.line(), name, "'" + scalar.text() + "' is given twice");
            } else {
                texts.add(scalar.text());
            }
        }
        return texts;
    }

    @Nullable
    Fields object(String key, List<String> known) {
        Fields fields = anyObject(key);
        if (fields != null) {
            fields.refuseAllBut(known);
        }
        return fields;
    }

    /** An object whose keys are the author's own. */
    @Nullable
    Fields anyObject(String key) {
        YamlNode node = node(key);
        if (node instanceof Mapping inner) {
            return new Fields(file, name(key) + ".", inner, faults);
        }
        if (node != null) {
            fault(key, "must be a mapping of keys to values, not " + node.kindName());
        }
        return null;
    }

    /** The objects of a list; their keys are not checked yet. */
    List<Fields> objects(String key) {
        List<Fields> objects = new ArrayList<>();
        List<YamlNode> items = list(key);
        for (int i = 0; i < items.size(); i++) {
            String name = name(key) + "[" + i + "]";
            if (items.get(i) instanceof Mapping inner) {
                objects.add(new Fields(file, name + ".", inner, faults));
            } else {
                faults.add(
                        file,
                        items.get(i).line(),
                        name,
                        "must be a mapping of keys to values, not "
                                + items.get(i).kindName());
            }
        }
        return objects;
    }

    /** The objects of a list whose keys are known. */
    List<Fields> objects(String key, List<String> known) {
        List<Fields> objects = objects(key);
        objects.forEach(object -> object.refuseAllBut(known));
        return objects;
    }

    /** The value as JSON; absent counts as null. */
    JsonNode json(String key, JsonValues values) {
        Entry entry = mapping.entries().get(key);
        return entry == null ? NullNode.getInstance() : values.json(name(key), entry.value());
    }

    private static @Nullable Double numberOf(Scalar scalar) {
        return switch (scalar.kind()) {
            case INTEGER -> YamlNumbers.integer(scalar.text()).doubleValue();
            case FLOAT -> YamlNumbers.isFinite(scalar.text()) ? Double.valueOf(scalar.text()) : null;
            case STRING, BOOLEAN, NULL -> null;
        };
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof Scalar scalar && scalar.kind() == Kind.NULL;
    }

    private static String shown(YamlNode node) {
        return node instanceof Scalar scalar ? "'" + scalar.text() + "'" : node.kindName();
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
