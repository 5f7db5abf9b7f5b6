@NullMarked
package dev.assay.orchestrator.ledger;

import org.jspecify.annotations.NullMarked;
