/**
 * How services exchange contracts: CloudEvents on Kafka with dead letters, the view of all runs, blobs by digest, and what
 * their REST resources share.
 *
 * <p>Gives: beans that every service may inject; they hold no rule of any service. Must never: know a service.
 *
 * <p>Start here: {@link dev.assay.wire.event.EventReader} and {@link dev.assay.wire.event.EventWriter}.
 */
@NullMarked
package dev.assay.wire;

import org.jspecify.annotations.NullMarked;
