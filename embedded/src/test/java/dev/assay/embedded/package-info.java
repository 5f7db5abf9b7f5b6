@NullMarked
package dev.assay.embedded;

import org.jspecify.annotations.NullMarked;
