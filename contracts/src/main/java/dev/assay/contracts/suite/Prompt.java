package dev.assay.contracts.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.id.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subject is asked: the content of a prompt blob. Holds nothing of the judge.
 *
 * @param messages the conversation, at least one message
 * @param code the code to be continued, for subjects that complete text; null if the answer is a whole program
 * @param entryPoint the function asked for; null if none is named
 * @param suffix what follows the gap, for fill-in-the-middle
 * @param responseSchema JSON Schema of a structured answer
 * @param tools that the model may call
 * @param contextFiles files of the suite that go into the context
 */
public record Prompt(
        List<Message> messages,
        @Nullable String code,
        @Nullable String entryPoint,
        @Nullable String suffix,
        @Nullable JsonNode responseSchema,
        @Nullable JsonNode tools,
        List<ContextFile> contextFiles) {

    /** @throws IllegalArgumentException if there is no message */
    public Prompt {
        messages = List.copyOf(messages);
        contextFiles = List.copyOf(contextFiles);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a prompt needs at least one message");
        }
    }

    /**
     * @param role {@code system}, {@code user} or {@code assistant}
     */
    public record Message(String role, String content) {}

    /**
     * @param path relative to the suite's folder, with forward slashes
     * @param digest of the content, itself a prompt blob
     */
    public record ContextFile(String path, Digest digest) {}
}
