package dev.assay.sandboxrunner.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.outcome.Judged;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Limits;
import dev.assay.sandboxrunner.sandbox.host.HostJudging;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every program under {@code attacks/} gets the outcome that its header states, in random order on one slot, and the next
 * sample is unaffected.
 */
class AttackCorpusTest {

    private static final Limits LIMITS = new Limits(3, 1, 256, 256, 32);
    private static final String RIGHT = "def solve(values, n):\n    return sorted(values, reverse=True)[:n]\n";
    private static final Pattern HEADER = Pattern.compile("(?m)^# (\\w+): ([^\r\n]*)");
    private static JudgingPool pool;

    @BeforeAll
    static void open() {
        pool = HostJudging.open(SandboxSettings.defaults().withSlots(1), (sample, again) -> {});
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @TestFactory
    Stream<DynamicTest> everyProgramGetsItsOutcomeAndTheNextIsUnaffected() throws IOException {
        long seed = System.nanoTime();
        List<Attack> all = attacks();
        List<Attack> order = new ArrayList<>(
                all.stream().filter(attack -> attack.after().isEmpty()).toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream()
                .map(attack -> DynamicTest.dynamicTest(attack.name + " (order " + seed + ")", () -> {
                    expect(attack);
                    for (Attack look : all) {
                        if (look.after().equals(Optional.of(attack.name))) {
                            expect(look);
                        }
                    }
                    assertThat(judge(RIGHT, LIMITS).outcome())
                            .as("the next sample")
                            .isEqualTo(Judged.PASSED);
                }));
    }

    @Test
    void theCorpusIsLargeAndCoversEveryKind() throws IOException {
        List<Attack> all = attacks();
        assertThat(all).hasSizeGreaterThan(130);
        for (String kind :
                List.of("forge", "kill", "memory", "socket", "honest", "plant", "flood", "parser", "crash")) {
            assertThat(all).anyMatch(attack -> attack.name.startsWith(kind + "-"));
        }
    }

    private static void expect(Attack attack) {
        Judgement judgement = judge(attack.program, attack.limits());
        assertThat(judgement.outcome().label())
                .as("%s: %s", attack.name, judgement)
                .isIn(attack.expected());
        assertThat(judgement.toString()).doesNotContain("\u001b");
    }

    private static Judgement judge(String program, Limits limits) {
        String code = """
                def check(candidate):
                    assert candidate([3, 1, 2], 2) == [3, 2]
                    assert candidate([], 1) == []
                    assert candidate([5, 1, 5], 3) == [5, 5, 1]
                """;
        JudgeKit kit = Kits.tests("solve", null, code, limits);
        return pool.submit(Submission.of("test", kit, program, CodeForm.SOLUTION))
                .join();
    }

    private static List<Attack> attacks() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(AttackCorpusTest.class.getResource("/attacks"))
                        .toURI()))) {
            List<Attack> attacks = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                attacks.add(new Attack(file.getFileName().toString().replace(".py", ""), Files.readString(file)));
            }
            return attacks;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Attack(String name, String program) {

        private Optional<String> header(String key) {
            Matcher matcher = HEADER.matcher(program);
            while (matcher.find()) {
                if (matcher.group(1).equals(key)) {
                    return Optional.of(matcher.group(2).strip());
                }
            }
            return Optional.empty();
        }

        private List<Object> expected() {
            return List.of((Object[]) header("expect").orElseThrow().split(" "));
        }

        private Optional<String> after() {
            return header("after");
        }

        private Limits limits() {
            double cpu = LIMITS.cpuSeconds();
            double wall = LIMITS.wallSeconds();
            for (String limit : Arrays.asList(header("limits").orElse("").split(" "))) {
                if (limit.startsWith("cpu=")) {
                    cpu = Double.parseDouble(limit.substring(4));
                } else if (limit.startsWith("wall=")) {
                    wall = Double.parseDouble(limit.substring(5));
                }
            }
            return new Limits(wall, cpu, LIMITS.memoryMb(), LIMITS.outputKb(), LIMITS.processes());
        }
    }
}
