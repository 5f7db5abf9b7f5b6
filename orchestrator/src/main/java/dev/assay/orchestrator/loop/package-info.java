/** Work that is done again and again. */
@NullMarked
package dev.assay.orchestrator.loop;

import org.jspecify.annotations.NullMarked;
