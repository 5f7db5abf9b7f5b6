/**
 * EvalPlus' HumanEval+ and MBPP+: inputs without expected outputs, which come from running the reference. What evalplus
 * does task by task (types that JSON lacks, special comparisons) stands here as data.
 */
@NullMarked
package dev.assay.formats.dataset.evalplus;

import org.jspecify.annotations.NullMarked;
