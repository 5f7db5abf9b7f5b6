@NullMarked
package dev.assay.scorer.execution;

import org.jspecify.annotations.NullMarked;
