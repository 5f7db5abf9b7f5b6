package dev.assay.generator.model;

import dev.assay.contracts.outcome.NotJudged;

/**
 * There will never be an answer.
 *
 * @param message for people: what is missing or broken, and what would mend it
 */
public record Unanswerable(NotJudged outcome, String message) implements Reply {}
