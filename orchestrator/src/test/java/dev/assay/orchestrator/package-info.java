@NullMarked
package dev.assay.orchestrator;

import org.jspecify.annotations.NullMarked;
