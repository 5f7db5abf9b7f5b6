package dev.assay.generator.extraction;

import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.suite.CodeForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How Python code that was found becomes a program.
 *
 * <p>A function's body continues the prompt's code and is indented as the prompt is. Code that defines the function itself
 * replaces the prompt's last function; what the prompt has before that (imports, helper functions) is put before it, unless
 * the code brings all of it along. Anything else is the whole program.
 */
final class ProgramForm {

    private static final int USUAL_INDENT = 4;

    private final CodeRequest request;

    ProgramForm(CodeRequest request) {
        this.request = request;
    }

    ExtractedCode of(Extraction how, String source) {
        PythonCode code = PythonCode.of(source);
        String promptCode = request.promptCode();
        if (promptCode == null) {
            return new ExtractedCode(how, CodeForm.SOLUTION, leftAligned(source, code));
        }
        if (code.isBody()) {
            String body = indented(source, code, bodyIndentOf(promptCode));
            return new ExtractedCode(how, CodeForm.COMPLETION, promptCode.endsWith("\n") ? body : "\n" + body);
        }
        return new ExtractedCode(how, CodeForm.SOLUTION, afterHead(headOf(promptCode, request.entryPoint()), source));
    }

    private static String leftAligned(String source, PythonCode code) {
        return code.statements().isEmpty() || code.lostFirstIndent() ? source : indented(source, code, 0);
    }

    private static String indented(String source, PythonCode code, int indent) {
        if (code.lostFirstIndent()) {
            int at = source.indexOf(code.statements().getFirst().firstLine());
            return source.substring(0, at) + " ".repeat(indent) + source.substring(at);
        }
        int shift = indent - code.statements().getFirst().indent();
        if (shift == 0) {
            return source;
        }
        PythonScanner scanner = new PythonScanner();
        StringBuilder shifted = new StringBuilder();
        for (String line : source.lines().toList()) {
            boolean inString = scanner.openTripleQuote() != null;
            scanner.feed(line);
            shifted.append(inString || line.isBlank() ? line : shifted(line, shift))
                    .append('\n');
        }
        return shifted.toString();
    }

    private static String shifted(String line, int shift) {
        return shift > 0 ? " ".repeat(shift) + line : Lines.outdented(line, -shift);
    }

    private static int bodyIndentOf(String promptCode) {
        int indent = PythonCode.of(promptCode).statements().getLast().indent();
        return indent > 0 ? indent : USUAL_INDENT;
    }

    /** The prompt's code before the function that is to be written, its decorators and comments included in the latter. */
    private static String headOf(String promptCode, @Nullable String entryPoint) {
        List<String> lines = promptCode.lines().toList();
        int target = -1;
        PythonScanner scanner = new PythonScanner();
        for (int at = 0; at < lines.size(); at++) {
            boolean inside = scanner.isOpen();
            scanner.feed(lines.get(at));
            if (!inside && isDefinition(lines.get(at), entryPoint)) {
                target = at;
            }
        }
        while (target > 0 && lines.get(target - 1).matches("[@#].*")) {
            target--;
        }
        return target <= 0 ? "" : String.join("\n", lines.subList(0, target)).stripTrailing() + "\n";
    }

    private static boolean isDefinition(String line, @Nullable String entryPoint) {
        List<PythonCode.Statement> statements = PythonCode.of(line).statements();
        return statements.size() == 1
                && statements.getFirst().indent() == 0
                && (entryPoint == null
                        ? PythonCode.of(line).definesSomething()
                        : statements.getFirst().isDefinitionOf(entryPoint));
    }

    private static String afterHead(String head, String source) {
        Set<String> offered = PythonCode.of(head).bound();
        if (offered.isEmpty() || PythonCode.of(source).bound().containsAll(offered)) {
            return source;
        }
        List<String> fromFuture = new ArrayList<>();
        String rest = source.lines()
                .filter(line -> !(line.startsWith("from __future__ ") && fromFuture.add(line)))
                .collect(Collectors.joining("\n", "", "\n"));
        String hoisted = fromFuture.isEmpty() ? "" : String.join("\n", fromFuture) + "\n";
        return hoisted + head + "\n\n" + (fromFuture.isEmpty() ? source : rest);
    }
}
