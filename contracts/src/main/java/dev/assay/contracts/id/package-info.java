/** Typed identifiers: what names a run, a subject, a task, a sample and a content. */
@NullMarked
package dev.assay.contracts.id;

import org.jspecify.annotations.NullMarked;
