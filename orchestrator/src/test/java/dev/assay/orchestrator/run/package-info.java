@NullMarked
package dev.assay.orchestrator.run;

import org.jspecify.annotations.NullMarked;
