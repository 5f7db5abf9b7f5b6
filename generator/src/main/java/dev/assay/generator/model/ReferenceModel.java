package dev.assay.generator.model;

import dev.assay.contracts.event.Generation.Finish;
import dev.assay.contracts.event.TaskAssigned;
import dev.assay.contracts.id.Digest;
import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.suite.Reference;
import dev.assay.wire.access.BlobKind;
import dev.assay.wire.blob.BlobUnavailableException;
import dev.assay.wire.blob.Blobs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Answers with the suite's own reference. */
final class ReferenceModel implements CodeModel {

    private final Blobs blobs;

    ReferenceModel(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public List<Reply> answer(List<TaskAssigned> assignments) {
        return assignments.stream().map(this::reply).toList();
    }

    private Reply reply(TaskAssigned assigned) {
        return referenceOf(assigned)
                .map(this::fetched)
                .orElseGet(() -> missing("task " + assigned.sampleId().task() + " has no reference answer"));
    }

    private Reply fetched(Digest digest) {
        try {
            Reference reference = blobs.fetch(BlobKind.PROMPT, digest, Reference.class);
            Content content = switch (reference.form()) {
                case COMPLETION -> new Content.Completion(reference.code());
                case SOLUTION -> new Content.Solution(reference.code());
            };
            return new Answered(content, Finish.STOP, null, null, null);
        } catch (BlobUnavailableException e) {
            return e.missing() ? missing(e.toString()) : new Postponed(e.toString());
        }
    }

    private static Optional<Digest> referenceOf(TaskAssigned assigned) {
        return assigned.inputs().stream()
                .filter(input -> input.role().equals(TaskAssigned.REFERENCE_ROLE))
                .map(TaskAssigned.Input::digest)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Unanswerable missing(String message) {
        return new Unanswerable(new NotJudged("REFERENCE_MISSING", Blame.SUITE, false), message);
    }
}
