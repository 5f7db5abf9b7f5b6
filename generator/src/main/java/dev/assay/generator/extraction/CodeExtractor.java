package dev.assay.generator.extraction;

import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.suite.CodeForm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the code in the raw text of a chat answer. Nothing is executed or parsed by an interpreter, and the code itself is
 * left as the model wrote it, apart from line breaks, indentation and joining.
 *
 * <ol>
 *   <li>Reasoning in {@code <think>} tags at the start is dropped; an answer that ends within it holds no code.
 *   <li>Code fences are read ({@link FencedBlocks}), and the block that answers is chosen and joined with the blocks that it
 *       needs ({@link BlockChoice}).
 *   <li>Without a fence, Python code is told from prose by its lines ({@link UnfencedCode}); code of another language is
 *       taken only if all of the answer looks like code.
 *   <li>Python code is made a whole program, or a continuation of the prompt's code ({@link ProgramForm}).
 * </ol>
 *
 * <p>An answer with no code (prose, a refusal) gives nothing. {@link Extraction} says where the code was found: in a fence,
 * in an unfinished one, as the whole answer (without fences, perhaps with prose around it), or as an unfenced continuation of
 * the prompt's code. The {@link CodeForm} says, for each of these, whether it still lacks the prompt's code.
 */
public final class CodeExtractor {

    private static final List<String> REASONING_TAGS = List.of("think", "thinking", "reasoning");
    private static final Pattern CODE_LINE_END = Pattern.compile(".*[{};(),:\\[\\]]\\s*");

    /** The code of this answer; empty if there is none. */
    public Optional<ExtractedCode> extract(String answer, CodeRequest request) {
        String text = withoutReasoning(normalised(answer));
        List<Block> fenced = FencedBlocks.in(text);
        Optional<Block> chosen = new BlockChoice(request, fenced).chosen();
        if (chosen.isPresent()) {
            Block block = chosen.get();
            return Optional.of(
                    inForm(block.closed() ? Extraction.FENCED : Extraction.UNFINISHED_FENCE, block.body(), request));
        }
        if (!fenced.isEmpty()) {
            return Optional.empty();
        }
        return request.isPython() ? unfencedPython(text, request) : unfenced(text);
    }

    private static Optional<ExtractedCode> unfencedPython(String text, CodeRequest request) {
        List<Block> regions = UnfencedCode.regions(text);
        boolean isAllCode = UnfencedCode.isCode(text);
        return new BlockChoice(request, regions)
                .chosen()
                .map(Block::body)
                .filter(body -> isAllCode || isRecognisable(body, request))
                .map(body -> inForm(Extraction.WHOLE_ANSWER, body, request))
                .map(found -> found.form() == CodeForm.COMPLETION
                        ? new ExtractedCode(Extraction.CONTINUATION, found.form(), found.code())
                        : found);
    }

    /** Whether lines that stand within prose are surely code: a definition, or the body that was asked for. */
    private static boolean isRecognisable(String body, CodeRequest request) {
        PythonCode code = PythonCode.of(body);
        return code.definesSomething() || (request.promptCode() != null && code.isBody());
    }

    private static Optional<ExtractedCode> unfenced(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        long codeLines = lines.stream()
                .filter(line -> CODE_LINE_END.matcher(line).matches())
                .count();
        return !lines.isEmpty() && 2 * codeLines >= lines.size()
                ? Optional.of(new ExtractedCode(Extraction.WHOLE_ANSWER, CodeForm.SOLUTION, text))
                : Optional.empty();
    }

    private static ExtractedCode inForm(Extraction how, String code, CodeRequest request) {
        return request.isPython()
                ? new ProgramForm(request).of(how, code)
                : new ExtractedCode(how, CodeForm.SOLUTION, code);
    }

    private static String normalised(String answer) {
        String text = answer.startsWith("\uFEFF") ? answer.substring(1) : answer;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Reasoning stands at the start; its opening tag is part of the prompt with some models. */
    private static String withoutReasoning(String text) {
        for (String tag : REASONING_TAGS) {
            String closing = "</" + tag + ">";
            int opens = text.indexOf("<" + tag + ">");
            int closes = text.indexOf(closing);
            boolean leads = opens >= 0 && text.substring(0, opens).isBlank();
            if (leads && closes < 0) {
                return "";
            }
            if (closes >= 0 && (leads || opens < 0)) {
                return text.substring(closes + closing.length());
            }
        }
        return text;
    }
}
