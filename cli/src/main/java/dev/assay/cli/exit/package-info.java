/** How a command ends. */
@NullMarked
package dev.assay.cli.exit;

import org.jspecify.annotations.NullMarked;
