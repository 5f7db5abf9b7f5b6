package dev.assay.formats;

import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.formats.fault.Fault;
import java.util.List;

/**
 * A suite as it was read.
 *
 * @param warnings what its author should know, sorted by file and line
 */
public record ReadSuite(SuiteDocument document, List<Fault> warnings) {

    /** Copies the list. */
    public ReadSuite {
        warnings = List.copyOf(warnings);
    }
}
