package dev.assay.cli.command;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option {@code --some-option} may be given as {@code ASSAY_SOME_OPTION}; the command line wins. */
public final class OptionsFromEnvironment implements IDefaultValueProvider {

    private final Map<String, String> environment;

    /** Reads this process's environment. */
    public OptionsFromEnvironment() {
        this(System.getenv());
    }

    OptionsFromEnvironment(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()) {
            return environment.get(variable(option));
        }
        return null;
    }

    static String variable(OptionSpec option) {
        return "ASSAY_"
                + option.longestName().replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
