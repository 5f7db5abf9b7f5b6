@NullMarked
package dev.assay.generator;

import org.jspecify.annotations.NullMarked;
