/** The run record, its plan and its subjects, as every service sees them. */
@NullMarked
package dev.assay.contracts.run;

import org.jspecify.annotations.NullMarked;
