package dev.assay.generator.answer;

import dev.assay.contracts.event.Generation;
import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.event.Part;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Prompt;
import dev.assay.generator.extraction.CodeExtractor;
import dev.assay.generator.extraction.CodeRequest;
import dev.assay.generator.extraction.ExtractedCode;
import dev.assay.generator.model.Answered;
import dev.assay.generator.model.Content;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a model answered: verbatim code as it is, code out of chat text, and what is known of its generation. */
public final class AnswerReading {

    private final CodeExtractor extractor = new CodeExtractor();

    /**
     * @param prompt is asked for only if code must be found in chat text; what it throws is thrown on
     */
    public ReadAnswer read(TaskAssigned assigned, Answered answered, Supplier<Prompt> prompt) {
        return switch (answered.content()) {
            case Content.Completion(String text) -> verbatim(assigned, answered, CodeForm.COMPLETION, text);
            case Content.Solution(String text) -> verbatim(assigned, answered, CodeForm.SOLUTION, text);
            case Content.Chat(String text) -> chat(assigned, answered, text, prompt);
        };
    }

    private static ReadAnswer verbatim(TaskAssigned assigned, Answered answered, CodeForm form, String text) {
        return withCode(assigned, answered, null, new ExtractedCode(Extraction.VERBATIM, form, text));
    }

    private ReadAnswer chat(TaskAssigned assigned, Answered answered, String text, Supplier<Prompt> prompt) {
        Optional<ExtractedCode> code = code(assigned, text, prompt);
        if (code.isPresent()) {
            return withCode(assigned, answered, text, code.get());
        }
        StoredAnswer answer =
                new StoredAnswer(Digest.of(text), text, List.of(), null, generation(Extraction.NONE, answered));
        return new ReadAnswer(AnswerKey.of(assigned), answer, null);
    }

    private Optional<ExtractedCode> code(TaskAssigned assigned, String text, Supplier<Prompt> prompt) {
        String language = assigned.language();
        if (language == null) {
            return Optional.empty();
        }
        Prompt asked = prompt.get();
        return extractor.extract(text, new CodeRequest(language, asked.code(), asked.entryPoint()));
    }

    private static ReadAnswer withCode(
            TaskAssigned assigned, Answered answered, @Nullable String raw, ExtractedCode code) {
        boolean isLong = code.code().length() > Part.INLINE_LIMIT;
        Digest contentDigest = Digest.of(code.code());
        Part part = new Part(
                Part.Type.CODE,
                assigned.language(),
                code.form(),
                null,
                isLong ? null : code.code(),
                isLong ? contentDigest : null,
                null);
        StoredAnswer answer = new StoredAnswer(
                raw == null ? contentDigest : Digest.of(raw),
                raw,
                List.of(part),
                Digest.of(code.form() + "\n" + contentDigest),
                generation(code.how(), answered));
        return new ReadAnswer(AnswerKey.of(assigned), answer, isLong ? code.code() : null);
    }

    private static Generation generation(Extraction extraction, Answered answered) {
        return new Generation(
                extraction,
                answered.finish(),
                null,
                answered.returnedModel(),
                null,
                null,
                null,
                null,
                null,
                answered.usage(),
                answered.timing(),
                null,
                null);
    }
}
