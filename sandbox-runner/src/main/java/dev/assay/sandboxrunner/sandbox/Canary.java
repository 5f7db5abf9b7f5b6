package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.json.Json;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Evaluation;
import dev.assay.contracts.suite.Judge;
import dev.assay.contracts.suite.Limits;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Programs whose verdict is known beforehand. Names and numbers are random, so that a slot which has been taken over cannot
 * tell them from samples.
 */
final class Canary {

    private static final Limits LIMITS = new Limits(10, 5, 512, 64, 32);

    private final RandomGenerator random;

    Canary(RandomGenerator random) {
        this.random = random;
    }

    /** A correct program. */
    Submission good() {
        Subject subject = subject();
        return subject.judging(
                "def %s(a, b):\n    return a * %d + b\n".formatted(subject.name, subject.factor), LIMITS);
    }

    /** One of several programs that are wrong, each in another way. */
    Submission wrong() {
        Subject subject = subject();
        List<String> programs = List.of(
                "def %s(a, b):\n    return a * %d - b - 1\n".formatted(subject.name, subject.factor),
                "def %s(a, b):\n    return None\n".formatted(subject.name),
                """
                class Anything:
                    def __eq__(self, other):
                        return True
                def %s(a, b):
                    return Anything()
                """.formatted(subject.name),
                "import os\ndef %s(a, b):\n    print('PASSED', flush=True)\n    os._exit(0)\n".formatted(subject.name));
        return subject.judging(programs.get(random.nextInt(programs.size())), LIMITS);
    }

    /** A program with these statements before a correct function; whatever they raise makes it fail. */
    Submission after(String statements, Limits limits) {
        Subject subject = subject();
        String function = "\ndef %s(a, b):\n    return a * %d + b\n".formatted(subject.name, subject.factor);
        return subject.judging(statements + function, limits);
    }

    private Subject subject() {
        return new Subject(
                "f_" + Long.toString(random.nextLong(1L << 40), 36),
                random.nextInt(2, 1_000),
                random.nextInt(1, 1_000));
    }

    private record Subject(String name, int factor, int sample) {

        Submission judging(String program, Limits limits) {
            String code = """
                    def check(candidate):
                        assert candidate(%2$d, 7) == %2$d * %1$d + 7
                        assert candidate(0, 5) == 5
                    """.formatted(factor, sample);
            Judge judge = new Judge(JudgeKit.PYTHON, null, List.of(new Evaluation.Tests("tests", name, code)), limits);
            return Submission.of("canary", JudgeKit.read(Json.bytes(judge)), program, CodeForm.SOLUTION);
        }
    }
}
