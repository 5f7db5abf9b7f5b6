/** YAML with the line of every value; only what a suite may use of it. */
@NullMarked
package dev.assay.formats.yaml;

import org.jspecify.annotations.NullMarked;
