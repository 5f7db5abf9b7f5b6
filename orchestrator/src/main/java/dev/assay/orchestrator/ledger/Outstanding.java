package dev.assay.orchestrator.ledger;

/**
 * A sample that was handed out and is not acknowledged.
 *
 * @param stage ordinal of the stage
 * @param attempt from 1
 */
record Outstanding(int runNo, int subjectNo, int taskNo, int index, int stage, int round, int attempt) {}
