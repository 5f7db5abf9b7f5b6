@NullMarked
package dev.assay.scorer.example;

import org.jspecify.annotations.NullMarked;
