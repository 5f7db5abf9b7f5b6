/**
 * The sandbox on the bare host: a supervisor in C per slot, a warm interpreter, and per sample one clone into namespaces of
 * its own (level HOST_NS), or a plain process with limits (level PROCESS). See docs/sandbox.md.
 */
@NullMarked
package dev.assay.sandboxrunner.sandbox.host;

import org.jspecify.annotations.NullMarked;
