package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.json.Json;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Judge;
import dev.assay.contracts.suite.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judge kits for tests. */
final class Kits {

    static final Limits LIMITS = new Limits(10, 5, 512, 256, 64);

    private Kits() {}

    static JudgeKit tests(String entryPoint, @Nullable String promptCode, String code, Limits limits) {
        Judge judge = new Judge(
                JudgeKit.PYTHON, promptCode, List.of(new Evaluation.Tests("tests", entryPoint, code)), limits);
        return JudgeKit.read(Json.bytes(judge));
    }

    static JudgeKit tests(String entryPoint, String code) {
        return tests(entryPoint, null, code, LIMITS);
    }

    /** A task whose function adds two numbers. */
    static JudgeKit adding(Limits limits) {
        return tests(
                "add",
                "def add(a, b):\n    \"\"\" Adds two numbers. \"\"\"\n",
                "def check(candidate):\n    assert candidate(1, 2) == 3\n    assert candidate(5, 6) == 11\n",
                limits);
    }

    static JudgeKit io(String entryPoint, String cases, String compare) {
        String json = """
                {"language":"python","groups":[{"type":"io","group":"io","entryPoint":"%s","cases":%s,"compare":"%s"}],
                 "limits":{"wallSeconds":10,"cpuSeconds":5,"memoryMb":512,"outputKb":256,"processes":64}}
                """.formatted(entryPoint, cases, compare);
        return JudgeKit.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
