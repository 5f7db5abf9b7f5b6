@NullMarked
package dev.assay.sandboxrunner.sandbox;

import org.jspecify.annotations.NullMarked;
