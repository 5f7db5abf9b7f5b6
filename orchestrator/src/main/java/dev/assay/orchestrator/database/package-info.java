/** Opens this service's schema. */
@NullMarked
package dev.assay.orchestrator.database;

import org.jspecify.annotations.NullMarked;
