package dev.assay.formats.yaml;

import java.util.List;
import java.util.SequencedMap;

/** A value in a YAML file and the line on which it begins, from 1. */
public sealed interface YamlNode {

    /** From 1. */
    int line();

    /** How messages call this kind of value. */
    String kindName();

    /** A single value as it is written; what it means is decided by the YAML 1.2 core schema. */
    record Scalar(int line, String text, Kind kind) implements YamlNode {
        @Override
        public String kindName() {
            return switch (kind) {
                case STRING -> "text";
                case INTEGER -> "an integer";
                case FLOAT -> "a number";
                case BOOLEAN -> "true or false";
                case NULL -> "nothing";
            };
        }
    }

    /** Values in order. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String kindName() {
            return "a list";
        }
    }

    /** Values by key, in the file's order; keys are distinct. */
    record Mapping(int line, SequencedMap<String, Entry> entries) implements YamlNode {
        @Override
        public String kindName() {
            return "a mapping";
        }
    }

    /**
     * @param line of the key
     * @param keyKind what the key would be as a value
     */
    record Entry(int line, Kind keyKind, YamlNode value) {}

    /** What a plain scalar means. */
    enum Kind {
        /** Quoted, a block, or nothing else fits. */
        STRING,
        /** Of any size. */
        INTEGER,
        /** With a fraction or exponent, infinite, or not a number. */
        FLOAT,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** {@code null}, {@code ~} or empty. */
        NULL
    }
}
