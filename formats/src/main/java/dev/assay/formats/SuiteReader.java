package dev.assay.formats;

import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.formats.dataset.HumanEval;
import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.nativesuite.NativeSuite;
import java.nio.file.Path;

/** Reads a suite in any format that Assay knows. */
public final class SuiteReader {

    /**
     * The suite, with all of its tasks.
     *
     * @throws InvalidInputException with every fault of every file
     */
    public ReadSuite read(SuiteSource.Data source) {
        SuiteFormat format = source.format() == null ? FormatDetector.detect(source.path()) : source.format();
        Faults faults = new Faults();
        SuiteDocument document = read(format, source.path(), faults);
        return new ReadSuite(document, faults.warnings());
    }

    private static SuiteDocument read(SuiteFormat format, Path path, Faults faults) {
        return switch (format) {
            case NATIVE -> NativeSuite.read(path, faults);
            case HUMANEVAL -> HumanEval.read(path, faults);
            case HUMANEVAL_PLUS,
                    MBPP,
                    MBPP_PLUS,
                    MULTIPL_E,
                    LIVECODEBENCH,
                    CRUXEVAL,
                    DS1000,
                    SWEBENCH,
                    CYBERSECEVAL,
                    PROMPTFOO ->
                throw new InvalidInputException(new Fault(
                        path.toString(),
                        0,
                        null,
                        "the format '" + format.prefix() + "' is not supported yet, see docs/suites.md"));
        };
    }
}
