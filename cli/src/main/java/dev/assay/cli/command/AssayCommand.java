package dev.assay.cli.command;

import picocli.CommandLine.Command;

/** {@code assay} itself. */
@Command(
        name = "assay",
        description = "Tells the truth about the models that write your code.",
        mixinStandardHelpOptions = true,
        versionProvider = SoftwareVersionProvider.class,
        scope = picocli.CommandLine.ScopeType.INHERIT,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            RunsCommand.class,
            ReportCommand.class,
            ResumeCommand.class,
            CancelCommand.class,
            SuitesCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        },
        footer = {"", "Start with: assay demo"})
public final class AssayCommand {}
