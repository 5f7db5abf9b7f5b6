/** Runs: how a request becomes a plan, the states a run goes through, and where records are kept. */
@NullMarked
package dev.assay.orchestrator.run;

import org.jspecify.annotations.NullMarked;
