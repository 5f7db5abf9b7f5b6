package dev.assay.formats.nativesuite;

import dev.assay.contracts.suite.Limits;
import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a suite's folder. Answers to its tasks are whole programs, so no judge has code to continue; references are
 * whole programs too. Tasks are in the order of their files' paths.
 */
public final class NativeSuite {

    private static final String FORMAT = "native";
    private static final String PROJECT = "default";

    private NativeSuite() {}

    /**
     * @param faults takes the warnings
     * @throws InvalidInputException with everything that is wrong in any file
     */
    public static SuiteDocument read(Path root, Faults faults) {
        SuiteFolder folder = new SuiteFolder(root, faults);
        Optional<Manifest> manifest = folder.yaml(folder.manifest())
                .flatMap(node -> Fields.of(folder.manifest().toString(), node, Keys.SUITE, faults))
                .map(ManifestReader::read);
        PromptReader prompts = new PromptReader(folder);
        List<TaskFile> tasks = new ArrayList<>();
        boolean allRead = true;
        for (Path file : folder.taskFiles()) {
            Optional<TaskFile> task = task(folder, file, prompts, manifest, faults);
            task.ifPresent(tasks::add);
            allRead &= task.isPresent();
        }
        if (manifest.isPresent()) {
            new SuiteChecks(manifest.get(), tasks, allRead).all();
        }
        faults.throwIfAny();
        return document(manifest.orElseThrow(), prompts, tasks);
    }

    private static Optional<TaskFile> task(
            SuiteFolder folder, Path file, PromptReader prompts, Optional<Manifest> manifest, Faults faults) {
        Optional<YamlNode> node = folder.yaml(file);
        return node.flatMap(root -> Fields.of(file.toString(), root, Keys.TASK, faults))
                .map(fields -> new TaskReader(prompts)
                        .read(fields, manifest.map(Manifest::limits).orElse(Limits.DEFAULT)));
    }

    private static SuiteDocument document(Manifest manifest, PromptReader prompts, List<TaskFile> tasks) {
        return new SuiteDocument(
                PROJECT,
                manifest.name(),
                manifest.version(),
                FORMAT,
                manifest.description(),
                manifest.lastUpdated(),
                manifest.weights(),
                manifest.tolerances(),
                manifest.rubric(),
                null,
                manifest.changelog(),
                prompts.contents(),
                tasks.stream().flatMap(task -> task.document().stream()).toList());
    }
}
