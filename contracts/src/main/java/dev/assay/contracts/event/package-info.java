/** The immutable facts that services publish; one record per message on the topics of {@link dev.assay.contracts.topic.Topic}. */
@NullMarked
package dev.assay.contracts.event;

import org.jspecify.annotations.NullMarked;
