package dev.assay.generator.model;

import dev.assay.contracts.event.TaskAssigned;
import java.util.List;

/** Answers assignments of one subject. */
public interface CodeModel {

    /**
     * One reply for each assignment, in their order.
     *
     * @throws RuntimeException if none could be answered for a reason that concerns all; asking again must be harmless
     */
    List<Reply> answer(List<TaskAssigned> assignments);
}
