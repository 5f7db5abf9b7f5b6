/** The one JSON mapping of all contracts. */
@NullMarked
package dev.assay.contracts.json;

import org.jspecify.annotations.NullMarked;
