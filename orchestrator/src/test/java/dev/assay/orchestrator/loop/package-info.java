@NullMarked
package dev.assay.orchestrator.loop;

import org.jspecify.annotations.NullMarked;
