/** The service's own schema. */
@NullMarked
package dev.assay.generator.store;

import org.jspecify.annotations.NullMarked;
