/** What judging one sample showed, and our own failure to judge, which no score can count. */
@NullMarked
package dev.assay.contracts.outcome;

import org.jspecify.annotations.NullMarked;
