package dev.assay.sandboxrunner.sandbox;

import dev.assay.contracts.event.VerdictReached.Assurance;
import dev.assay.contracts.suite.CodeForm;
import dev.assay.contracts.suite.Limits;

/**
 * One program to be judged.
 *
 * @param executionId the caller's name for this execution; the pool only hands it back
 * @param kit what to judge by
 * @param program the whole source, the prompt's code included
 * @param limits in force, e.g. the kit's own or those that allow for a slow reference
 * @param assurance SPLIT unless a published harness has to be imitated exactly
 */
public record Submission(String executionId, JudgeKit kit, String program, Limits limits, Assurance assurance) {

    /** A program from an answer's code, judged by the kit's own limits with tests out of its reach. */
    public static Submission of(String executionId, JudgeKit kit, String code, CodeForm form) {
        return new Submission(
                executionId, kit, program(kit, code, form), kit.judge().limits(), Assurance.SPLIT);
    }

    /** The same program with other limits. */
    public Submission within(Limits other) {
        return new Submission(executionId, kit, program, other, assurance);
    }

    /** The same program judged with this assurance. */
    public Submission with(Assurance other) {
        return new Submission(executionId, kit, program, limits, other);
    }

    /** The source that an answer's code makes: a completion continues the prompt's code, a solution stands alone. */
    public static String program(JudgeKit kit, String code, CodeForm form) {
        String promptCode = kit.judge().promptCode();
        return switch (form) {
            case COMPLETION -> promptCode == null ? code : promptCode + code;
            case SOLUTION -> code;
        };
    }
}
