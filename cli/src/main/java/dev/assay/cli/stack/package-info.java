/** All five services with their broker and their database in this process. */
@NullMarked
package dev.assay.cli.stack;

import org.jspecify.annotations.NullMarked;
