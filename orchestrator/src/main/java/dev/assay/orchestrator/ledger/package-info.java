/**
 * The ledger of outstanding work: what was handed out and not yet acknowledged. Start here: {@link
 * dev.assay.orchestrator.ledger.Ledger}.
 */
@NullMarked
package dev.assay.orchestrator.ledger;

import org.jspecify.annotations.NullMarked;
