package dev.assay.formats.nativesuite;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Prompt;
import dev.assay.contracts.suite.Prompt.ContextFile;
import dev.assay.contracts.suite.Prompt.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a task asks, and gathers the contents of all context files of the suite. */
final class PromptReader {

    private final SuiteFolder folder;
    private final Map<Digest, String> contents = new LinkedHashMap<>();

    PromptReader(SuiteFolder folder) {
        this.folder = folder;
    }

    /** Of all tasks read by now. */
    Map<Digest, String> contents() {
        return contents;
    }

    /** The texts of a prompt's context files. */
    String contentsOf(Prompt prompt) {
        return prompt.contextFiles().stream()
                .map(file -> contents.getOrDefault(file.digest(), ""))
                .collect(Collectors.joining("\n"));
    }

    /** @param groups whose entry point the prompt should name */
    Optional<Prompt> read(Fields fields, List<Evaluation> groups) {
        for (String later : List.of("suffix", "response_schema")) {
            if (fields.has(later)) {
                fields.fault(later, Keys.notYet("'" + later + "'"));
            }
        }
        List<Message> messages = messages(fields);
        List<ContextFile> files = contextFiles(fields);
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        String entryPoint = entryPoint(groups);
        Prompt prompt = new Prompt(messages, null, entryPoint, null, null, null, files);
        warnIfEntryPointIsNotNamed(fields, prompt, entryPoint);
        return Optional.of(prompt);
    }

    private static List<Message> messages(Fields fields) {
        if (fields.has("prompt") && fields.has("messages")) {
            fields.fault("messages", "a task has either 'prompt' or 'messages', not both");
            return List.of();
        }
        if (fields.has("messages")) {
            return turns(fields);
        }
        String prompt = fields.requiredText("prompt");
        return prompt.isEmpty() ? List.of() : List.of(new Message("user", prompt));
    }

    private static List<Message> turns(Fields fields) {
        List<Message> messages = new ArrayList<>();
        for (Fields message : fields.objects("messages", Keys.MESSAGE)) {
            message.require("role");
            String role = message.word("role", Keys.ROLES);
            messages.add(new Message(role == null ? "user" : role, message.requiredText("content")));
        }
        List<String> roles = messages.stream().map(Message::role).toList();
        if (roles.isEmpty()) {
            fields.fault("messages", "needs at least one message");
        } else if (!roles.equals(List.of("user")) && !roles.equals(List.of("system", "user"))) {
            fields.fault("messages", Keys.notYet("a conversation other than a system message and one user message"));
        }
        return messages;
    }

    private List<ContextFile> contextFiles(Fields fields) {
        List<ContextFile> files = new ArrayList<>();
        for (Fields entry : fields.objects("context_files", Keys.CONTEXT_FILE)) {
            String path = entry.requiredText("path");
            if (!path.isEmpty()) {
                folder.contextFile(entry, path).ifPresent(text -> {
                    Digest digest = Digest.of(text);
                    contents.put(digest, text);
                    files.add(new ContextFile(path, digest));
                });
            }
        }
        return files;
    }

    private static @Nullable String entryPoint(List<Evaluation> groups) {
        List<String> named =
                groups.stream().map(Evaluation::entryPoint).distinct().toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    private void warnIfEntryPointIsNotNamed(Fields fields, Prompt prompt, @Nullable String entryPoint) {
        if (entryPoint == null || entryPoint.isEmpty()) {
            return;
        }
        boolean named = contentsOf(prompt).contains(entryPoint)
                || prompt.messages().stream()
                        .anyMatch(message -> message.content().contains(entryPoint));
        if (!named) {
            fields.warn("prompt", "does not name '" + entryPoint + "', the function that is tested");
        }
    }
}
