package dev.assay.contracts.suite;

/**
 * A task's reference answer: the content of a prompt-side blob, which only a VALIDATION run asks for.
 *
 * @param form whether {@code code} continues the prompt's code or is the whole program
 * @param code source in the task's language
 */
public record Reference(CodeForm form, String code) {}
