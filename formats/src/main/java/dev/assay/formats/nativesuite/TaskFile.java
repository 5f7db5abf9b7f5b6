package dev.assay.formats.nativesuite;

import dev.assay.contracts.suite.TaskDocument;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One task as it was read, at fault or not, so that the suite's own rules can be checked over all of them.
 *
 * @param id empty if the file gives none
 * @param category null if the file gives none that is known
 * @param document empty if the file is at fault
 */
record TaskFile(
        Fields fields,
        String id,
        @Nullable String category,
        boolean active,
        List<String> tags,
        Optional<TaskDocument> document) {}
