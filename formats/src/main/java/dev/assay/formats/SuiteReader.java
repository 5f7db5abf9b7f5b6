package dev.assay.formats;

import dev.assay.contracts.suite.SuiteDocument;
import dev.assay.formats.dataset.HumanEval;
import dev.assay.formats.dataset.Mbpp;
import dev.assay.formats.fault.Fault;
import dev.assay.formats.fault.Faults;
import dev.assay.formats.fault.InvalidInputException;
import dev.assay.formats.nativesuite.NativeSuite;
import java.nio.file.Path;

/** Reads a suite in any format that Assay knows. */
public final class SuiteReader {

    /**
     * The suite, to its usual extent.
     *
     * @throws InvalidInputException with every fault of every file
     */
    public ReadSuite read(SuiteSource.Data source) {
        return read(source, Extent.USUAL);
    }

    /**
     * The suite.
     *
     * @param extent for {@code --tasks all}; a native suite is always read as a whole
     * @throws InvalidInputException with every fault of every file
     */
    public ReadSuite read(SuiteSource.Data source, Extent extent) {
        SuiteFormat format = source.format() == null ? FormatDetector.detect(source.path()) : source.format();
        Faults faults = new Faults();
        SuiteDocument document = read(format, source.path(), extent, faults);
        return new ReadSuite(document, faults.warnings());
    }

    private static SuiteDocument read(SuiteFormat format, Path path, Extent extent, Faults faults) {
        return switch (format) {
            case NATIVE -> NativeSuite.read(path, faults);
            case HUMANEVAL -> HumanEval.read(path, faults);
            case MBPP -> Mbpp.read(path, extent == Extent.ALL, faults);
            case HUMANEVAL_PLUS,
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
