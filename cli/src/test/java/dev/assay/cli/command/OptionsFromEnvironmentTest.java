package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OptionsFromEnvironmentTest {

    @Test
    void optionIsReadFromItsVariableUnlessGiven() {
        RunCommand fromEnvironment = parsed("suite", "--subject", "a=replay:b");
        RunCommand given = parsed("suite", "--subject", "a=replay:b", "--min-coverage", "0.7");

        assertThat(fromEnvironment.completeness.minCoverage).isEqualTo(0.5);
        assertThat(given.completeness.minCoverage).isEqualTo(0.7);
    }

    @Test
    void everyOptionHasAVariableOfItsOwn() {
        Stream<String> variables = new CommandLine(new RunCommand())
                .getCommandSpec().options().stream().map(OptionsFromEnvironment::variable);

        assertThat(variables).doesNotHaveDuplicates().contains("ASSAY_DATA_DIR", "ASSAY_NO_REUSE");
    }

    private static RunCommand parsed(String... arguments) {
        RunCommand command = new RunCommand();
        new CommandLine(command)
                .setDefaultValueProvider(new OptionsFromEnvironment(Map.of("ASSAY_MIN_COVERAGE", "0.5")))
                .parseArgs(arguments);
        return command;
    }
}
