package dev.assay.generator.work;

import dev.assay.contracts.outcome.NotJudged;
import dev.assay.contracts.outcome.NotJudged.Blame;
import dev.assay.contracts.run.Provider;
import dev.assay.contracts.suite.Prompt;
import dev.assay.generator.answer.AnswerKey;
import dev.assay.generator.answer.AnswerReading;
import dev.assay.generator.answer.AnswerRegister;
import dev.assay.generator.answer.ReadAnswer;
import dev.assay.generator.answer.StoredAnswer;
import dev.assay.generator.model.Answered;
import dev.assay.generator.model.CodeModels;
import dev.assay.generator.model.Postponed;
import dev.assay.generator.model.Reply;
import dev.assay.generator.model.Unanswerable;
import dev.assay.generator.work.Lease.Leased;
import dev.assay.wire.SoftwareVersion;
import dev.assay.wire.access.BlobKind;
import dev.assay.wire.blob.BlobUnavailableException;
import dev.assay.wire.blob.Blobs;
import dev.assay.wire.event.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Answers leased assignments: what is stored is published again, the rest is asked of the model, stored, and published as it
 * is stored. A crash anywhere in between repeats what is left, and publishes the same answers.
 */
@ApplicationScoped
public class Workbench {

    private static final Logger LOG = Logger.getLogger(Workbench.class);

    private final CodeModels models;
    private final AnswerRegister register;
    private final Assignments assignments;
    private final Blobs blobs;
    private final Publication publication;
    private final MissingAnswers missing;
    private final AnswerReading reading = new AnswerReading();

    Workbench(
            CodeModels models,
            AnswerRegister register,
            Assignments assignments,
            Blobs blobs,
            Publication publication,
            SoftwareVersion version) {
        this.models = models;
        this.register = register;
        this.assignments = assignments;
        this.blobs = blobs;
        this.publication = publication;
        this.missing = new MissingAnswers(version.get());
    }

    /**
     * Works off a lease of one subject.
     *
     * @param postponement how long what cannot be answered now is left alone
     * @throws RuntimeException if nothing could be done; what is not done stays leased
     */
    public void work(Provider provider, Lease lease, Duration postponement) {
        List<Leased> leased = lease.assignments();
        Map<AnswerKey, StoredAnswer> stored =
                register.find(leased.stream().map(Workbench::keyOf).toList());
        List<Leased> open =
                leased.stream().filter(each -> !stored.containsKey(keyOf(each))).toList();
        Results results = ask(provider, open);
        Map<AnswerKey, StoredAnswer> decided = register.keep(results.answers());

        List<Outgoing> samples = new ArrayList<>();
        for (Leased each : leased) {
            StoredAnswer answer = stored.getOrDefault(keyOf(each), decided.get(keyOf(each)));
            if (answer != null) {
                samples.add(new Outgoing(
                        answer.answering(each.assignment().task()),
                        each.assignment().traceparent()));
            }
        }
        publication.samples(samples);
        publication.verdicts(results.verdicts());
        assignments.postpone(lease.id(), results.postponed(), postponement);
        assignments.done(
                lease.id(),
                leased.stream()
                        .filter(Predicate.not(results.postponed()::contains))
                        .toList());
    }

    /** Ends an assignment that cannot be worked on, so that its run does not hang on it. */
    public void giveUp(Lease lease, Leased broken, Throwable reason) {
        Unanswerable why = new Unanswerable(
                new NotJudged("GENERATION_FAILED", Blame.PIPELINE, true), "the generator failed: " + reason);
        publication.verdicts(List.of(verdict(broken, why)));
        assignments.done(lease.id(), List.of(broken));
    }

    private record Results(List<ReadAnswer> answers, List<Outgoing> verdicts, List<Leased> postponed) {}

    private Results ask(Provider provider, List<Leased> open) {
        Results results = new Results(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (open.isEmpty()) {
            return results;
        }
        List<Reply> replies = models.of(provider)
                .answer(open.stream().map(each -> each.assignment().task()).toList());
        for (int at = 0; at < open.size(); at++) {
            take(results, open.get(at), replies.get(at));
        }
        return results;
    }

    private void take(Results results, Leased leased, Reply reply) {
        switch (reply) {
            case Answered answered -> read(results, leased, answered);
            case Unanswerable why -> results.verdicts().add(verdict(leased, why));
            case Postponed(String reason) -> {
                LOG.debugf("%s is postponed: %s", leased.assignment().task().sampleId(), reason);
                results.postponed().add(leased);
            }
        }
    }

    private void read(Results results, Leased leased, Answered answered) {
        var task = leased.assignment().task();
        try {
            results.answers()
                    .add(reading.read(
                            task, answered, () -> blobs.fetch(BlobKind.PROMPT, task.promptDigest(), Prompt.class)));
        } catch (BlobUnavailableException e) {
            take(results, leased, e.missing() ? promptMissing(e) : new Postponed(e.toString()));
        } catch (UncheckedIOException e) {
            take(results, leased, promptMissing(e));
        }
    }

    private static Unanswerable promptMissing(RuntimeException reason) {
        return new Unanswerable(
                new NotJudged("PROMPT_MISSING", Blame.PIPELINE, false), String.valueOf(reason.getMessage()));
    }

    private Outgoing verdict(Leased leased, Unanswerable why) {
        return new Outgoing(
                missing.verdict(leased.assignment().task(), why),
                leased.assignment().traceparent());
    }

    private static AnswerKey keyOf(Leased leased) {
        return AnswerKey.of(leased.assignment().task());
    }
}
