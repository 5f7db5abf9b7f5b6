/** How far a run has come, for people who watch. */
@NullMarked
package dev.assay.cli.progress;

import org.jspecify.annotations.NullMarked;
