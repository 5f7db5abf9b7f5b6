package dev.assay.scorer.scoring;

import dev.assay.contracts.event.Generation;
import dev.assay.contracts.event.RunScored.Provenance;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.contracts.event.VerdictReached.IsolationUsed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what a subject's verdicts rest on. */
final class ProvenanceTally {

    private final Set<String> returnedModels = new TreeSet<>();
    private final Set<String> isolation = new TreeSet<>();
    private final Set<String> images = new TreeSet<>();

    void add(VerdictReached verdict) {
        Generation generation = verdict.generation();
        if (generation != null && generation.returnedModel() != null) {
            returnedModels.add(generation.returnedModel());
        }
        IsolationUsed used = verdict.isolation();
        if (used != null) {
            isolation.add(used.level().name());
            images.add(used.image());
        }
    }

    Provenance provenance(String softwareVersion) {
        return new Provenance(
                List.copyOf(returnedModels), List.copyOf(isolation), List.copyOf(images), List.of(), softwareVersion);
    }
}
