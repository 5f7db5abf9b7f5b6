@NullMarked
package dev.assay.wire.rest;

import org.jspecify.annotations.NullMarked;
