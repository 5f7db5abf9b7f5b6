package dev.assay.formats.yaml;

import dev.assay.formats.fault.Faults;
import dev.assay.formats.file.Surrogates;
import dev.assay.formats.yaml.YamlNode.Entry;
import dev.assay.formats.yaml.YamlNode.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Builds the tree from events, and stops where a file nests too deeply or aliases would blow it up. */
final class YamlComposer {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_VALUES = 500_000;
    private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();
    private static final Map<Tag, Kind> KINDS =
            Map.of(Tag.INT, Kind.INTEGER, Tag.FLOAT, Kind.FLOAT, Tag.BOOL, Kind.BOOLEAN, Tag.NULL, Kind.NULL);

    private record Anchored(YamlNode node, int values) {}

    private final String file;
    private final Iterator<Event> events;
    private final Faults faults;
    private final Map<Anchor, Anchored> anchored = new HashMap<>();
    private int aliases;
    private int values;

    YamlComposer(String file, Iterator<Event> events, Faults faults) {
        this.file = file;
        this.events = events;
        this.faults = faults;
    }

    YamlNode document() {
        expect(Event.ID.StreamStart);
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            throw new RefusedYamlException(0, "holds no value");
        }
        YamlNode root = node(events.next(), 0);
        expect(Event.ID.DocumentEnd);
        Event next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            throw new RefusedYamlException(line(next), "a second document begins here; a file holds one");
        }
        return root;
    }

    private void expect(Event.ID id) {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw new IllegalStateException("expected " + id + ", got " + event.getEventId());
        }
    }

    private YamlNode node(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new RefusedYamlException(line(event), "nested more than " + MAX_DEPTH + " levels deep");
        }
        if (event instanceof AliasEvent alias) {
            return resolve(alias);
        }
        int before = values;
        count(1, event);
        YamlNode node = event instanceof ScalarEvent scalar ? scalar(scalar) : collection(event, depth);
        if (event instanceof NodeEvent named) {
            named.getAnchor().ifPresent(anchor -> anchored.put(anchor, new Anchored(node, values - before)));
        }
        return node;
    }

    private YamlNode collection(Event event, int depth) {
        requireNoTag(event, ((CollectionStartEvent) event).getTag());
        return event instanceof MappingStartEvent ? mapping(event, depth) : sequence(event, depth);
    }

    private YamlNode sequence(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, depth + 1));
            event = events.next();
        }
        return new YamlNode.Sequence(line(start), List.copyOf(items));
    }

    private YamlNode mapping(Event start, int depth) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(node(event, depth + 1) instanceof YamlNode.Scalar key)) {
                throw new RefusedYamlException(line(event), "a key must be a single word or text");
            }
            Entry entry = new Entry(line(event), key.kind(), node(events.next(), depth + 1));
            Entry earlier = entries.putIfAbsent(key.text(), entry);
            if (earlier != null) {
                faults.add(
                        file,
                        entry.line(),
                        key.text(),
                        "the key '" + key.text() + "' is given twice (first on line " + earlier.line() + ")");
            }
            event = events.next();
        }
        return new YamlNode.Mapping(line(start), entries);
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        Kind kind = Kind.STRING;
        if (event.getTag().isEmpty() && event.isPlain()) {
            kind = kindOf(event.getValue());
        } else {
            requireNoTag(event, event.getTag().filter(tag -> !tag.equals(Tag.STR.getValue())));
        }
        Surrogates.firstLone(event.getValue()).ifPresent(half -> {
            throw new RefusedYamlException(line(event), "a text " + Surrogates.described(half));
        });
        return new YamlNode.Scalar(line(event), event.getValue(), kind);
    }

    private static Kind kindOf(String plain) {
        @Nullable Kind kind = KINDS.get(RESOLVER.resolve(plain, true));
        return kind == null ? Kind.STRING : kind;
    }

    private YamlNode resolve(AliasEvent alias) {
        Anchored target = anchored.get(alias.getAlias());
        if (target == null) {
            throw new RefusedYamlException(
                    line(alias), "the alias '*" + alias.getAlias() + "' stands for nothing that is complete above it");
        }
        if (++aliases > MAX_ALIASES) {
            throw new RefusedYamlException(line(alias), "more than " + MAX_ALIASES + " aliases");
        }
        count(target.values, alias);
        return target.node;
    }

    private void count(int more, Event event) {
        values += more;
        if (values > MAX_VALUES) {
            throw new RefusedYamlException(line(event), "more than " + MAX_VALUES + " values, aliases written out");
        }
    }

    private static void requireNoTag(Event event, Optional<String> tag) {
        if (tag.isPresent() && !tag.get().equals("!")) {
            throw new RefusedYamlException(line(event), "the tag " + tag.get() + " is not read here; remove it");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
