/** What a finished run says, as a document, as Markdown and as text; pure functions. */
@NullMarked
package dev.assay.reporter.report;

import org.jspecify.annotations.NullMarked;
