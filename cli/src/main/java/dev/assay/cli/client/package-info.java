/** The services as seen over HTTP. */
@NullMarked
package dev.assay.cli.client;

import org.jspecify.annotations.NullMarked;
