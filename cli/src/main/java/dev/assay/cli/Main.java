package dev.assay.cli;

import dev.assay.cli.command.AssayCommand;
import dev.assay.cli.command.OptionsFromEnvironment;
import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.fault.Suggestion;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry of the {@code assay} command. */
@QuarkusMain
public final class Main {

    private static final Logger ROOT = Logger.getLogger("");

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... args) {
        ROOT.setLevel(Level.WARNING);
        Interruption interruption = Interruption.ofThisThread();
        System.exit(interruption.exitCode(run(args)));
    }

    static int run(String... args) {
        CommandLine command = new CommandLine(new AssayCommand())
                .setDefaultValueProvider(new OptionsFromEnvironment())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((thrown, failed, parsed) -> explained(thrown, failed))
                .setParameterExceptionHandler((thrown, given) -> explained(thrown));
        if (args.length == 0) {
            command.usage(command.getErr());
            return ExitCode.BAD_INPUT.number();
        }
        return command.execute(args);
    }

    private static int explained(Exception thrown, CommandLine command) {
        PrintWriter err = command.getErr();
        boolean interrupted = Thread.interrupted();
        switch (thrown) {
            case CommandFailure failure -> {
                err.println("assay: " + failure.getMessage());
                return failure.exitCode().number();
            }
            // Whatever broke off then, reading a file for example, did so for this reason.
            case Exception any
            when interrupted || any instanceof InterruptedException -> {
                err.println("assay: interrupted");
                return ExitCode.INTERRUPTED.number();
            }
            case InvalidInputException invalid -> {
                for (Fault fault : invalid.faults()) {
                    err.println("assay: " + fault);
                }
                return ExitCode.BAD_INPUT.number();
            }
            default -> {
                err.println(
                        "assay: internal error: " + thrown + "; please report it with the log of the data directory");
                ROOT.log(Level.SEVERE, "internal error", thrown);
                return ExitCode.INTERNAL.number();
            }
        }
    }

    private static int explained(ParameterException thrown) {
        PrintWriter err = thrown.getCommandLine().getErr();
        String nearOption = nearOption(thrown);
        err.println("assay: " + thrown.getMessage() + nearOption);
        if (nearOption.isEmpty()) {
            UnmatchedArgumentException.printSuggestions(thrown, err);
        }
        err.println("see: " + thrown.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.BAD_INPUT.number();
    }

    /** Picocli suggests commands that are similar, but only options that begin alike. */
    private static String nearOption(ParameterException thrown) {
        if (thrown instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            return Suggestion.didYouMean(
                    unmatched.getUnmatched().getFirst(),
                    thrown.getCommandLine().getCommandSpec().options().stream()
                            .map(OptionSpec::longestName)
                            .toList());
        }
        return "";
    }
}
