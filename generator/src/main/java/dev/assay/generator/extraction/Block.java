package dev.assay.generator.extraction;

/**
 * A piece of an answer that may be code.
 *
 * @param tag the fence's language in lower case; empty without one
 * @param body without the fences, ending with a line break unless empty
 * @param closed false if the answer ended within it
 */
record Block(String tag, String body, boolean closed) {

    boolean isSession() {
        return body.stripLeading().startsWith(">>>");
    }

    boolean isTagged() {
        return !tag.isEmpty();
    }
}
