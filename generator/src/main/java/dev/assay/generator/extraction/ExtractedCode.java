package dev.assay.generator.extraction;

import dev.assay.contracts.event.Generation.Extraction;
import dev.assay.contracts.suite.CodeForm;

/**
 * The code found in an answer.
 *
 * @param how where it was found
 * @param form how it becomes a program: a {@link CodeForm#COMPLETION} still lacks the prompt's code
 * @param code never blank, with {@code \n} between lines
 */
public record ExtractedCode(Extraction how, CodeForm form, String code) {}
