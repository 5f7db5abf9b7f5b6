/**
 * What services say to each other, and nothing else: event records, typed ids, topic names, their JSON.
 *
 * <p>Gives: the types of every message and of every REST body that crosses a service's border. Must never: depend on
 * anything but Jackson and JSpecify, hold a rule of one service, or change a published field's meaning (an optional new
 * field is fine, anything else is a new {@code .v2} type).
 *
 * <p>Start here: {@link dev.assay.contracts.event.Event}, then {@link dev.assay.contracts.outcome.Outcome} and
 * {@link dev.assay.contracts.run.RunRecord}.
 */
@NullMarked
package dev.assay.contracts;

import org.jspecify.annotations.NullMarked;
