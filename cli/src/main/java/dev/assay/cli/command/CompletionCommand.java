package dev.assay.cli.command;

import dev.assay.cli.exit.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay completion}. */
@Command(
        name = "completion",
        description = "Prints a script that completes assay's commands and options in a shell.",
        footer = {
            "",
            "  bash, zsh: source <(assay completion bash)",
            "  fish:      assay completion fish > ~/.config/fish/completions/assay.fish"
        })
public final class CompletionCommand implements Callable<Integer> {

    /** Shells that can be helped. */
    enum Shell {
        /** GNU Bash. */
        BASH,
        /** Z shell, by way of its bashcompinit. */
        ZSH,
        /** fish. */
        FISH
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    Shell shell;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine assay = spec.root().commandLine();
        System.out.println(
                switch (shell) {
                    case BASH, ZSH -> AutoComplete.bash("assay", assay);
                    case FISH -> new FishCompletion(assay.getCommandSpec()).script();
                });
        return ExitCode.OK.number();
    }
}
