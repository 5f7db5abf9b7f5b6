@NullMarked
package dev.assay.sandboxrunner.sandbox.host;

import org.jspecify.annotations.NullMarked;
