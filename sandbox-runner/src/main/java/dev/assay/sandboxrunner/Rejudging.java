package dev.assay.sandboxrunner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.contracts.event.VerdictReached;
import dev.assay.sandboxrunner.judging.Verdicts;
import dev.assay.sandboxrunner.sandbox.Judgement;
import dev.assay.sandboxrunner.sandbox.Submission;
import dev.assay.wire.ExecutionIds;
import dev.assay.wire.Persistently;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Publishes again what a slot had judged that was found untrustworthy; the new verdict supersedes the old one. */
@ApplicationScoped
public class Rejudging implements BiConsumer<Submission, CompletableFuture<Judgement>> {

    private static final long REMEMBERED = 20_000;

    private final VerdictOutlet outlet;
    private final Cache<String, VerdictReached> published = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    Rejudging(VerdictOutlet outlet) {
        this.outlet = outlet;
    }

    /** Keeps what would be needed to publish this verdict anew. */
    void remember(VerdictReached verdict) {
        published.put(verdict.executionId(), verdict);
    }

    @Override
    public void accept(Submission submission, CompletableFuture<Judgement> again) {
        VerdictReached old = published.getIfPresent(submission.executionId());
        if (old == null) {
            return;
        }
        again.thenAcceptAsync(
                judgement -> {
                    VerdictReached renewed = Verdicts.superseding(old, judgement, ExecutionIds.next());
                    Persistently.run("publishing a verdict anew", () -> outlet.publish(renewed, null));
                },
                task -> Thread.ofVirtual().start(task));
    }
}
