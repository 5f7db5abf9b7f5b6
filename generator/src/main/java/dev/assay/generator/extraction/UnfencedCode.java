package dev.assay.generator.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells Python code from prose, line by line, in text without fences. A region of code begins with a line that reads as a
 * statement; indented, blank and continued lines belong to it; the first other line ends it.
 */
final class UnfencedCode {

    private static final Pattern STATEMENT = Pattern.compile(String.join(
            "|",
            "import\\s+[\\w.]+(\\s+as\\s+\\w+)?(\\s*,.*)?\\s*(#.*)?",
            "from\\s+[\\w.]+\\s+import\\s+[\\w(*].*",
            "(async\\s+)?def\\s+\\w+\\s*[(\\[].*",
            "class\\s+\\w+\\s*[(:\\[].*",
            "@[\\w.]+(\\(.*)?",
            "(if|elif|else|for|while|with|try|except|finally|match|case|async)\\b.*:\\s*(#.*)?",
            "(if|elif|else|for|while|with)\\b.*:\\s*(return|yield|raise|pass|break|continue)\\b.*",
            "(if|elif|else|for|while|with)\\b.*:\\s*[\\w.\\[\\]]+(\\(.*\\)|\\s*([-+*/%&|^@]|//|\\*\\*)?=[^=].*)",
            "(if|elif|for|while|with|return|assert|raise|del)\\b.*[(\\[{\\\\]\\s*",
            "(return|yield|raise|assert|del|global|nonlocal)\\b.*",
            "pass|break|continue|\\.\\.\\.",
            "[A-Za-z_][\\w.\\[\\]'\", ]*(:\\s*[\\w\\[\\], .|'\"]+)?\\s*([-+*/%&|^@]|//|\\*\\*|<<|>>)?=(?!=).*",
            "[A-Za-z_][\\w.]*\\(.*[)(,\\[{]\\s*(#.*)?",
            "[rRbBuUfF]{0,2}(\"\"\"|''').*",
            "[)\\]}].*"));
    private static final Pattern COMMENT = Pattern.compile("#.*");

    private UnfencedCode() {}

    /** The regions of code in this text, in order. */
    static List<Block> regions(String text) {
        List<Block> regions = new ArrayList<>();
        List<String> region = new ArrayList<>();
        PythonScanner scanner = new PythonScanner();
        for (String line : text.lines().toList()) {
            boolean belongs = region.isEmpty() ? begins(line) : goesOn(line, scanner);
            if (belongs) {
                scanner.feed(line);
                region.add(line);
            } else {
                close(region, regions);
                scanner = new PythonScanner();
                if (begins(line)) {
                    scanner.feed(line);
                    region.add(line);
                }
            }
        }
        close(region, regions);
        return List.copyOf(regions);
    }

    /** Whether this text holds code and nothing else. */
    static boolean isCode(String text) {
        List<Block> regions = regions(text);
        return regions.size() == 1
                && regions.getFirst().body().strip().lines().count()
                        == text.strip().lines().count();
    }

    private static boolean begins(String line) {
        return STATEMENT.matcher(line.strip()).matches();
    }

    private static boolean goesOn(String line, PythonScanner scanner) {
        return line.isBlank()
                || scanner.isOpen()
                || Lines.indentOf(line) > 0
                || STATEMENT.matcher(line).matches()
                || COMMENT.matcher(line).matches();
    }

    private static void close(List<String> region, List<Block> regions) {
        if (!region.isEmpty()) {
            regions.add(new Block("", String.join("\n", region).stripTrailing() + "\n", true));
            region.clear();
        }
    }
}
