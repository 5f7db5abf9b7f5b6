/**
 * Opens a service's own PostgreSQL schema. Start here: {@link dev.assay.store.Schema}.
 *
 * <p>Takes a data source and a schema name, gives a {@link org.jdbi.v3.core.Jdbi} over tables that are as new as the
 * code. Knows no table itself: migrations lie with their service, in {@code db/<schema>} on the class path.
 */
@NullMarked
package dev.assay.store;

import org.jspecify.annotations.NullMarked;
