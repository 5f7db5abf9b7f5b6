package dev.assay.generator.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of several blocks is the answer, and which others it needs.
 *
 * <p>The fittest block wins, the last of equally fit ones, since models correct themselves downwards. Other Python blocks
 * that only define things are put before it, in their order, when they bind a name that it uses and does not bind: imports
 * and helper functions that the model showed apart. Blocks that do anything (usage examples, tests) are never added.
 */
final class BlockChoice {

    /** How well a block suits, worst first. */
    private enum Fitness {
        NONE,
        UNTAGGED,
        TAGGED,
        DEFINES_SOMETHING,
        BODY,
        STUB_OF_ENTRY_POINT,
        ENTRY_POINT_IN_ANOTHER_LANGUAGE,
        ENTRY_POINT_AS_METHOD,
        ENTRY_POINT_UNFINISHED,
        ENTRY_POINT
    }

    private final CodeRequest request;
    private final List<Block> blocks;

    BlockChoice(CodeRequest request, List<Block> blocks) {
        this.request = request;
        this.blocks = blocks.stream().filter(block -> !block.body().isBlank()).toList();
    }

    /** The block that answers, with what it needs from the others; empty if none is code. */
    Optional<Block> chosen() {
        return blocks.reversed().stream()
                .filter(block -> fitness(block) != Fitness.NONE)
                .max(Comparator.comparing(this::fitness).thenComparing(blocks::lastIndexOf))
                .map(block -> request.isPython() ? withNeeds(block) : block);
    }

    private Fitness fitness(Block block) {
        if (block.isSession()) {
            return Fitness.NONE;
        }
        boolean suits = !block.isTagged() || LanguageTags.matches(request.language(), block.tag());
        String name = request.entryPoint();
        if (!request.isPython()) {
            boolean defines = name != null && BracedCode.defines(block.body(), name);
            return !suits ? Fitness.NONE : defines ? Fitness.ENTRY_POINT : plainFitness(block);
        }
        PythonCode code = PythonCode.of(block.body());
        if (name != null && code.definesWithin(name)) {
            if (!suits) {
                return Fitness.ENTRY_POINT_IN_ANOTHER_LANGUAGE;
            }
            if (code.isStub(name)) {
                return Fitness.STUB_OF_ENTRY_POINT;
            }
            if (!code.defines(name)) {
                return Fitness.ENTRY_POINT_AS_METHOD;
            }
            return block.closed() ? Fitness.ENTRY_POINT : Fitness.ENTRY_POINT_UNFINISHED;
        }
        if (!suits) {
            return Fitness.NONE;
        }
        if (name != null && code.defines(name)) {
            return Fitness.ENTRY_POINT;
        }
        if (request.promptCode() != null && code.isBody()) {
            return Fitness.BODY;
        }
        return code.definesSomething() ? Fitness.DEFINES_SOMETHING : plainFitness(block);
    }

    private static Fitness plainFitness(Block block) {
        return block.isTagged() ? Fitness.TAGGED : Fitness.UNTAGGED;
    }

    private Block withNeeds(Block chosen) {
        Set<String> known = new HashSet<>(PythonCode.of(chosen.body()).boundAnywhere());
        Set<String> used = new HashSet<>(PythonCode.wordsOf(chosen.body()));
        List<Block> needed = new ArrayList<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Block block : blocks) {
                if (block == chosen || needed.contains(block) || !isLibrary(block)) {
                    continue;
                }
                Set<String> offered = PythonCode.of(block.body()).bound();
                if (offered.stream().anyMatch(name -> used.contains(name) && !known.contains(name))) {
                    needed.add(block);
                    known.addAll(offered);
                    used.addAll(PythonCode.wordsOf(block.body()));
                    grown = true;
                }
            }
        }
        StringBuilder body = new StringBuilder();
        blocks.stream()
                .filter(needed::contains)
                .forEach(block -> body.append(block.body()).append("\n"));
        return new Block(chosen.tag(), body.append(chosen.body()).toString(), chosen.closed());
    }

    private boolean isLibrary(Block block) {
        return block.closed()
                && !block.isSession()
                && (!block.isTagged() || LanguageTags.matches(request.language(), block.tag()))
                && PythonCode.of(block.body()).onlyDefines();
    }
}
