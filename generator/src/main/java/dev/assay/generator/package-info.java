/**
 * Turns assignments into answers.
 *
 * <p>Takes: {@code assay.tasks}, {@code assay.runs}, recordings over REST. Gives: {@code assay.samples}, and
 * {@code assay.verdicts} for answers that will never come. Owns: schema {@code generator} with the register of answers, the
 * assignments still to be worked on, recordings and long code.
 *
 * <p>Must never: see a judge, publish an answer that is not stored, ask a model for an answer that is stored.
 *
 * <p>Start here: {@link dev.assay.generator.AssignmentInlet} stores assignments,
 * {@link dev.assay.generator.work.Dispatcher} hands them to {@link dev.assay.generator.work.Workbench}, which asks a
 * {@link dev.assay.generator.model.CodeModel}, keeps the answer in the
 * {@link dev.assay.generator.answer.AnswerRegister} and publishes it.
 */
@NullMarked
package dev.assay.generator;

import org.jspecify.annotations.NullMarked;
