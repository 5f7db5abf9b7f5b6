/** Where answers come from, behind one interface. */
@NullMarked
package dev.assay.generator.model;

import org.jspecify.annotations.NullMarked;
