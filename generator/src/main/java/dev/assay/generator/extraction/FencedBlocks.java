package dev.assay.generator.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an answer at its code fences: as CommonMark does, and with what models get wrong. A fence may open at the end of a
 * line of prose and close at the end of a line of code; a fence within a docstring does not close the block around it; a
 * tagged fence within an open block begins the next block; a {@code markdown} fence around it all is looked through.
 */
final class FencedBlocks {

    private static final Pattern OPENING =
            Pattern.compile("([ \\t]*(?:>[ \\t]?)*(?:[-*+][ \\t]+|\\d+[.)][ \\t]+)?)(`{3,}|~{3,})[ \\t]*([^`]*)");
    private static final Pattern OPENING_AFTER_PROSE = Pattern.compile("[^`]*\\S[ \\t]*(`{3,})(\\w[\\w+#]*)[ \\t]*");
    private static final Pattern CLOSING = Pattern.compile("([ \\t]*)(`{3,}|~{3,})[ \\t]*");
    private static final Pattern CLOSING_AFTER_CODE = Pattern.compile("([^`]*[^`\\s])[ \\t]*(`{3,})");
    private static final int LONGEST_OPENING = 500;
    private static final Pattern TAG = Pattern.compile("[\\w+#-]+");

    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();
    private final int lastClosing;
    private int docstringEnd;

    private FencedBlocks(String text) {
        this.lines = text.lines().toList();
        int last = lines.size() - 1;
        while (last >= 0 && !CLOSING.matcher(lines.get(last)).matches()) {
            last--;
        }
        this.lastClosing = last;
    }

    private record Fence(String marker, int indent, String tag) {
        boolean isClosedBy(String other) {
            return other.charAt(0) == marker.charAt(0) && other.length() >= marker.length();
        }

        boolean isTaggedLike(Fence outer) {
            return !tag.isEmpty() && outer.isClosedBy(marker) && indent <= outer.indent();
        }
    }

    /** The blocks of this text in order; the last one may be unfinished. */
    static List<Block> in(String text) {
        FencedBlocks fenced = new FencedBlocks(text);
        fenced.read();
        return List.copyOf(fenced.blocks);
    }

    private void read() {
        int at = 0;
        boolean any = false;
        while (at < lines.size()) {
            Fence fence = opening(lines.get(at));
            if (fence == null) {
                at++;
                continue;
            }
            if (!any && fence.tag().isEmpty() && isContinuedFence(at)) {
                blocks.add(new Block("", joined(lines.subList(0, at)), true));
                at++;
            } else {
                at = readBlock(fence, at + 1);
            }
            any = true;
        }
    }

    /** Whether the text before this first, untagged fence is code whose opening fence stood in the prompt. */
    private boolean isContinuedFence(int fence) {
        List<String> before = lines.subList(0, fence);
        boolean onlyFence = lines.subList(fence + 1, lines.size()).stream()
                .noneMatch(line -> CLOSING.matcher(line).matches());
        return onlyFence && before.stream().anyMatch(line -> !line.isBlank()) && UnfencedCode.isCode(joined(before));
    }

    private int readBlock(Fence fence, int first) {
        PythonScanner scanner = new PythonScanner();
        List<String> body = new ArrayList<>();
        for (int at = first; at < lines.size(); at++) {
            String line = lines.get(at);
            Matcher closing = CLOSING.matcher(line);
            boolean closes = closing.matches()
                    && fence.isClosedBy(closing.group(2))
                    && closing.group(1).length() <= fence.indent() + 3;
            if (closes && !isWithinDocstring(scanner, at)) {
                blocks.add(new Block(fence.tag(), joined(body), true));
                return at + 1;
            }
            Matcher atLineEnd = CLOSING_AFTER_CODE.matcher(line.stripTrailing());
            if (endsInFence(line) && atLineEnd.matches() && fence.isClosedBy(atLineEnd.group(2)) && !scanner.isOpen()) {
                body.add(Lines.outdented(atLineEnd.group(1), fence.indent()));
                blocks.add(new Block(fence.tag(), joined(body), true));
                return at + 1;
            }
            Fence next = opening(line);
            if (next != null && next.isTaggedLike(fence) && scanner.openTripleQuote() == null) {
                blocks.add(new Block(fence.tag(), joined(body), false));
                return at;
            }
            String content = Lines.outdented(line, fence.indent());
            scanner.feed(content);
            body.add(content);
        }
        blocks.add(new Block(fence.tag(), joined(body), false));
        return lines.size();
    }

    /** A docstring holds this fence only if it ends, and the block after it. */
    private boolean isWithinDocstring(PythonScanner scanner, int at) {
        String quote = scanner.openTripleQuote();
        if (quote == null) {
            return false;
        }
        for (int later = Math.max(at + 1, docstringEnd); later < lastClosing; later++) {
            if (lines.get(later).contains(quote)) {
                docstringEnd = later;
                return true;
            }
        }
        return false;
    }

    private static @Nullable Fence opening(String line) {
        if (line.length() > LONGEST_OPENING) {
            return null;
        }
        Matcher matcher = OPENING.matcher(line);
        if (matcher.matches()) {
            Fence fence = new Fence(matcher.group(2), matcher.group(1).length(), tagOf(matcher.group(3)));
            return fence.tag().equals("markdown") || fence.tag().equals("md") ? null : fence;
        }
        Matcher afterProse = OPENING_AFTER_PROSE.matcher(line);
        return afterProse.matches() ? new Fence(afterProse.group(1), 0, tagOf(afterProse.group(2))) : null;
    }

    private static boolean endsInFence(String line) {
        return line.stripTrailing().endsWith("```");
    }

    private static String tagOf(String info) {
        Matcher matcher = TAG.matcher(info);
        return matcher.find() ? matcher.group().toLowerCase(Locale.ROOT) : "";
    }

    private static String joined(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
