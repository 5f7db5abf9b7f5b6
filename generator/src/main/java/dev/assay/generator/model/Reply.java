package dev.assay.generator.model;

/** What a {@link CodeModel} made of one assignment. */
public sealed interface Reply permits Answered, Unanswerable, Postponed {}
