/** What every service knows of all runs. */
@NullMarked
package dev.assay.wire.run;

import org.jspecify.annotations.NullMarked;
