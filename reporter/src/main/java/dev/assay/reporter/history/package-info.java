/** What was scored so far, kept for good. */
@NullMarked
package dev.assay.reporter.history;

import org.jspecify.annotations.NullMarked;
