package dev.assay.generator.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be said of Python source by looking at its lines. */
final class PythonCode {

    private static final Pattern DEFINITION =
            Pattern.compile("(?:async\\s+)?(?:def|class)\\s+(\\w+).*", Pattern.DOTALL);
    private static final Pattern ASSIGNMENT =
            Pattern.compile("([A-Za-z_]\\w*(?:\\s*,\\s*[A-Za-z_]\\w*)*)\\s*(?::[^=]+)?=(?!=).*", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("import\\s+(.+)", Pattern.DOTALL);
    private static final Pattern FROM_IMPORT = Pattern.compile("from\\s+[\\w.]+\\s+import\\s+(.+)", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("[rRbBuUfF]{0,2}[\"'].*", Pattern.DOTALL);
    private static final Pattern RESULT = Pattern.compile("(?:return|yield)\\b.*", Pattern.DOTALL);
    private static final Pattern STUB =
            Pattern.compile("pass|\\.\\.\\.|raise NotImplementedError\\b.*", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("#[^\\n]*");
    private static final Pattern PARAMETER = Pattern.compile("[(,]\\s*\\*{0,2}(\\w+)\\s*(?=[:,=)])");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    /** A longer statement is looked at so far: patterns must not exhaust the stack on a table of values. */
    private static final int LONGEST_BINDING = 2_000;

    private final List<Statement> statements;

    /**
     * A logical line.
     *
     * @param indent white space before it, in characters
     * @param text with the lines that it goes on over
     */
    record Statement(int indent, String text) {
        String firstLine() {
            return text.lines().findFirst().orElse("");
        }

        boolean isDefinitionOf(String name) {
            Matcher matcher = DEFINITION.matcher(text);
            return matcher.matches() && matcher.group(1).equals(name);
        }
    }

    private PythonCode(List<Statement> statements) {
        this.statements = statements;
    }

    static PythonCode of(String source) {
        List<Statement> statements = new ArrayList<>();
        PythonScanner scanner = new PythonScanner();
        for (String line : source.lines().toList()) {
            boolean goesOn = scanner.isOpen();
            scanner.feed(line);
            if (goesOn && !statements.isEmpty()) {
                Statement last = statements.removeLast();
                statements.add(new Statement(last.indent(), last.text() + "\n" + line));
            } else if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                statements.add(new Statement(Lines.indentOf(line), line.strip()));
            }
        }
        return new PythonCode(List.copyOf(statements));
    }

    /** Whether a function or class of this name, or a variable, is bound at the top level. */
    boolean defines(String name) {
        return topLevel().stream().anyMatch(statement -> boundBy(statement).contains(name));
    }

    /** Whether a function or class of this name is defined anywhere, methods included. */
    boolean definesWithin(String name) {
        return statements.stream().anyMatch(statement -> statement.isDefinitionOf(name));
    }

    /** Whether the definition of this name has nothing but a docstring, {@code pass} or {@code ...} in its body. */
    boolean isStub(String name) {
        for (int at = 0; at < statements.size(); at++) {
            if (statements.get(at).isDefinitionOf(name)) {
                return bodyOf(at).stream()
                        .map(statement -> uncommented(statement.text()))
                        .allMatch(text -> STRING.matcher(text).matches()
                                || STUB.matcher(text).matches());
            }
        }
        return false;
    }

    /** Whether any function or class is defined at the top level. */
    boolean definesSomething() {
        return topLevel().stream()
                .anyMatch(statement -> DEFINITION.matcher(statement.text()).matches());
    }

    /** Whether the top level binds names and does nothing else: no call, no loop, no assertion. */
    boolean onlyDefines() {
        return !statements.isEmpty()
                && topLevel().stream()
                        .map(Statement::text)
                        .allMatch(text -> text.startsWith("@")
                                || STRING.matcher(text).matches()
                                || !boundBy(text).isEmpty());
    }

    /** Names bound at the top level; {@code *} for an import of everything. */
    Set<String> bound() {
        Set<String> names = new LinkedHashSet<>();
        topLevel().forEach(statement -> names.addAll(boundBy(statement)));
        return names;
    }

    /** Names bound anywhere: at the top level, within functions, as parameters. */
    Set<String> boundAnywhere() {
        Set<String> names = new LinkedHashSet<>();
        for (Statement statement : statements) {
            names.addAll(boundBy(statement));
            if (DEFINITION.matcher(statement.text()).matches()) {
                PARAMETER.matcher(statement.text()).results().forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }

    /** Whether these are statements of a function's body: indented, or with a {@code return} outside any function. */
    boolean isBody() {
        return !statements.isEmpty()
                && (lostFirstIndent()
                        || (!definesSomething()
                                && (statements.getFirst().indent() > 0
                                        || statements.stream()
                                                .anyMatch(statement -> RESULT.matcher(statement.text())
                                                        .matches()))));
    }

    /** Whether the first line alone stands too far left, as when the white space around an answer was stripped. */
    boolean lostFirstIndent() {
        if (statements.size() < 2 || statements.getFirst().indent() > 0) {
            return false;
        }
        int next = statements.get(1).indent();
        int leftmost =
                statements.stream().skip(1).mapToInt(Statement::indent).min().orElse(0);
        return leftmost > 0 && (next > leftmost || !opensBlock(statements.getFirst()));
    }

    List<Statement> statements() {
        return statements;
    }

    /** Every word of the source, in strings and comments too. */
    static Set<String> wordsOf(String source) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(source);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private List<Statement> topLevel() {
        return statements.stream().filter(statement -> statement.indent() == 0).toList();
    }

    private static boolean opensBlock(Statement statement) {
        return uncommented(statement.text()).endsWith(":");
    }

    private static String uncommented(String text) {
        return COMMENT.matcher(text).replaceAll("").strip();
    }

    private List<Statement> bodyOf(int definition) {
        int indent = statements.get(definition).indent();
        String head = uncommented(statements.get(definition).text());
        List<Statement> body = new ArrayList<>();
        if (!head.endsWith(":")) {
            body.add(new Statement(
                    indent + 1, head.substring(head.lastIndexOf(':') + 1).strip()));
        }
        for (int at = definition + 1;
                at < statements.size() && statements.get(at).indent() > indent;
                at++) {
            body.add(statements.get(at));
        }
        return body;
    }

    private static Set<String> boundBy(Statement statement) {
        return boundBy(statement.text());
    }

    private static Set<String> boundBy(String statement) {
        String text = statement.substring(0, Math.min(statement.length(), LONGEST_BINDING));
        Matcher definition = DEFINITION.matcher(text);
        if (definition.matches()) {
            return Set.of(definition.group(1));
        }
        Matcher from = FROM_IMPORT.matcher(text);
        if (from.matches()) {
            return importedNames(from.group(1), false);
        }
        Matcher imported = IMPORT.matcher(text);
        if (imported.matches()) {
            return importedNames(imported.group(1), true);
        }
        Matcher assignment = ASSIGNMENT.matcher(text);
        return assignment.matches() ? Set.of(assignment.group(1).split("\\s*,\\s*", -1)) : Set.of();
    }

    private static Set<String> importedNames(String list, boolean firstSegmentOnly) {
        Set<String> names = new LinkedHashSet<>();
        String plain = COMMENT.matcher(list).replaceAll("").replaceAll("[()\\\\]", " ");
        for (String item : plain.split(",", -1)) {
            String[] words = item.strip().split("\\s+", -1);
            String name = words.length == 3 && words[1].equals("as") ? words[2] : words[0];
            if (!name.isEmpty()) {
                names.add(firstSegmentOnly && name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
            }
        }
        return names;
    }
}
