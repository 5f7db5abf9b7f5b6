package dev.assay.generator.model;

/**
 * There may be an answer later: something that is needed is out of reach now.
 *
 * @param reason for the log
 */
public record Postponed(String reason) implements Reply {}
