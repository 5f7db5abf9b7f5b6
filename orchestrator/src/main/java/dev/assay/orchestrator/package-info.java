/**
 * The orchestrator: plans runs, releases their tasks in a window, and closes them.
 *
 * <p>Takes: suites and runs over REST, {@code VerdictsStored}, {@code RunProgressed} and {@code RunScored} from {@code
 * assay.scores}. Gives: {@code TaskAssigned} on {@code assay.tasks}, {@code RunChanged} on {@code assay.runs}, blobs of
 * prompts, judges and plans over REST. Must never: call a model, execute code, or count a score.
 *
 * <p>Owns schema {@code orchestrator}: suites, tasks, blobs, runs, and the ledger of outstanding work, which alone decides
 * what is released, what is released again, and when a run is judged. An event may come twice or never: every step is
 * idempotent, and what was handed out stays in the ledger until its verdict is stored.
 *
 * <p>Start here: {@link dev.assay.orchestrator.Orchestration}, then {@link dev.assay.orchestrator.ledger.Ledger} and
 * {@link dev.assay.orchestrator.run.Lifecycle}.
 */
@NullMarked
package dev.assay.orchestrator;

import org.jspecify.annotations.NullMarked;
