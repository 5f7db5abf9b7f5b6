/** One class per verb of the command line; they throw, and one place turns what they throw into a message and an exit code. */
@NullMarked
package dev.assay.cli.command;

import org.jspecify.annotations.NullMarked;
