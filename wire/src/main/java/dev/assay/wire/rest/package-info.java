/** What all REST resources share: who may call, and how errors are told. */
@NullMarked
package dev.assay.wire.rest;

import org.jspecify.annotations.NullMarked;
