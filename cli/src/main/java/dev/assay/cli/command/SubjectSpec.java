package dev.assay.cli.command;

import dev.assay.cli.exit.CommandFailure;
import dev.assay.cli.exit.ExitCode;
import dev.assay.contracts.id.SubjectName;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A subject as given on the command line, {@code NAME=replay:FILE}.
 *
 * @param recordings file of recorded answers
 */
record SubjectSpec(SubjectName name, Path recordings) {

    private static final String REPLAY = "replay:";

    /** @throws CommandFailure if one is at fault, or two have the same name */
    static List<SubjectSpec> parseAll(List<String> texts) {
        List<SubjectSpec> specs = texts.stream().map(SubjectSpec::parse).toList();
        Set<SubjectName> names = new HashSet<>();
        for (SubjectSpec spec : specs) {
            if (!names.add(spec.name())) {
                throw new CommandFailure(
                        ExitCode.BAD_INPUT, "--subject: two subjects have the name '" + spec.name() + "'");
            }
        }
        return specs;
    }

    /** @throws CommandFailure if it is not of the form NAME=SPEC, or the provider is not known */
    static SubjectSpec parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, "--subject '" + text + "': write NAME=SPEC, e.g. coder=replay:answers.jsonl");
        }
        SubjectName name = name(text.substring(0, equals));
        String spec = text.substring(equals + 1);
        if (!spec.startsWith(REPLAY)) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "--subject '" + text + "': unknown provider in '" + spec + "'; known: replay:FILE");
        }
        if (spec.length() == REPLAY.length()) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--subject '" + text + "': replay: needs a file");
        }
        return new SubjectSpec(name, Path.of(spec.substring(REPLAY.length())));
    }

    private static SubjectName name(String text) {
        try {
            return new SubjectName(text.strip());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, "--subject: " + e.getMessage());
        }
    }
}
