@NullMarked
package dev.assay.orchestrator.suite;

import org.jspecify.annotations.NullMarked;
