/** Contents by digest, which this service owns: prompts, judges, plans. */
@NullMarked
package dev.assay.orchestrator.blob;

import org.jspecify.annotations.NullMarked;
