/** Suites: what identifies them, and the register of those that are known. */
@NullMarked
package dev.assay.orchestrator.suite;

import org.jspecify.annotations.NullMarked;
