/** A suite as it is registered: tasks, prompts, judges and their limits. */
@NullMarked
package dev.assay.contracts.suite;

import org.jspecify.annotations.NullMarked;
