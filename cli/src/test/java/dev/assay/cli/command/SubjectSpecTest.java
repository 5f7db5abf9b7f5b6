package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.id.SubjectName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectSpecTest {

    @Test
    void nameEndsAtTheFirstEqualsSign() {
        assertThat(SubjectSpec.parse("a=replay:x=y.jsonl"))
                .isEqualTo(new SubjectSpec(new SubjectName("a"), Path.of("x=y.jsonl")));
    }

    @ParameterizedTest
    @CsvSource({
        "replay:x.jsonl, write NAME=SPEC",
        "=replay:x.jsonl, write NAME=SPEC",
        "a=, write NAME=SPEC",
        "a=openia:gpt, unknown provider in 'openia:gpt'",
        "a=replay:, needs a file"
    })
    void whatIsNoSubjectIsRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> SubjectSpec.parse(text))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
                .hasMessageContaining(reason);
    }
}
