package dev.assay.formats.nativesuite;

import dev.assay.contracts.suite.Limits;
import dev.assay.contracts.suite.SuiteDocument.Change;
import dev.assay.contracts.suite.SuiteDocument.RubricDimension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code suite.yaml} says.
 *
 * @param fields for faults that only show together with the tasks
 * @param categories how many active tasks each has; empty if it does not say
 */
record Manifest(
        Fields fields,
        String name,
        String version,
        @Nullable String description,
        @Nullable LocalDate lastUpdated,
        Map<String, Integer> categories,
        Map<String, Double> weights,
        Map<String, Double> tolerances,
        List<RubricDimension> rubric,
        Limits limits,
        List<Change> changelog) {}
