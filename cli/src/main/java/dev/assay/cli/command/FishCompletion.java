package dev.assay.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for fish, which picocli has none for. */
final class FishCompletion {

    private final CommandSpec root;
    private final List<String> lines = new ArrayList<>();

    FishCompletion(CommandSpec root) {
        this.root = root;
    }

    /** The whole script. */
    String script() {
        lines.clear();
        commands(root, "__fish_use_subcommand");
        return String.join("\n", lines);
    }

    private void commands(CommandSpec parent, String condition) {
        options(parent, condition);
        parent.subcommands().forEach((name, command) -> {
            CommandSpec spec = command.getCommandSpec();
            lines.add(
                    "complete -c " + root.name() + " -f -n '" + condition + "' -a " + name + described(summary(spec)));
            commands(spec, "__fish_seen_subcommand_from " + name);
        });
    }

    private void options(CommandSpec command, String condition) {
        for (OptionSpec option : command.options()) {
            StringBuilder line = new StringBuilder("complete -c " + root.name() + " -n '" + condition + "'");
            for (String name : option.names()) {
                line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            line.append(option.arity().max() > 0 ? " -r" : "");
            lines.add(line + described(String.join(" ", option.description())));
        }
    }

    private static String summary(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    private static String described(String text) {
        String plain = text.replaceAll("\\s*\\([^)]*\\$\\{[^)]*\\)", "").replaceAll("\\$\\{[^}]*}", "");
        return " -d '" + plain.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
