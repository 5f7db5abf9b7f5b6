package dev.assay.orchestrator.suite;

import dev.assay.contracts.suite.SuiteDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a suite says about itself beside its tasks; no part of its digest. */
public record SuiteHead(
        @Nullable String description,
        @Nullable LocalDate lastUpdated,
        Map<String, Double> weights,
        Map<String, Double> tolerances,
        List<SuiteDocument.RubricDimension> rubric,
        @Nullable String image,
        List<SuiteDocument.Change> changelog) {
    /** Copies the collections. */
    public SuiteHead {
        weights = Map.copyOf(weights);
        tolerances = Map.copyOf(tolerances);
        rubric = List.copyOf(rubric);
        changelog = List.copyOf(changelog);
    }

    static SuiteHead of(SuiteDocument document) {
        return new SuiteHead(
                document.description(),
                document.lastUpdated(),
                document.weights(),
                document.tolerances(),
                document.rubric(),
                document.image(),
                document.changelog());
    }
}
