package dev.assay.generator.recording;

import dev.assay.contracts.id.TaskId;

/**
 * Names an answer within a recording.
 *
 * @param index position among the answers to its task, from 0
 */
public record RecordedKey(TaskId task, int index) {}
