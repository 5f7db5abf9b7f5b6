package dev.assay.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats in which a suite can be given. */
public enum SuiteFormat {
    /** A folder with {@code suite.yaml}. */
    NATIVE("native", true),
    /** OpenAI's HumanEval. */
    HUMANEVAL("humaneval", true),
    /** EvalPlus' HumanEval+. */
    HUMANEVAL_PLUS("humaneval+", false),
    /** Google's MBPP. */
    MBPP("mbpp", true),
    /** EvalPlus' MBPP+. */
    MBPP_PLUS("mbpp+", false),
    /** MultiPL-E. */
    MULTIPL_E("multipl-e", false),
    /** LiveCodeBench. */
    LIVECODEBENCH("livecodebench", false),
    /** CRUXEval. */
    CRUXEVAL("cruxeval", false),
    /** DS-1000. */
    DS1000("ds1000", false),
    /** SWE-bench. */
    SWEBENCH("swebench", false),
    /** CyberSecEval. */
    CYBERSECEVAL("cyberseceval", false),
    /** A configuration of promptfoo. */
    PROMPTFOO("promptfoo", false);

    private final String prefix;
    private final boolean supported;

    SuiteFormat(String prefix, boolean supported) {
        this.prefix = prefix;
        this.supported = supported;
    }

    /** As it stands before the colon on the command line. */
    public String prefix() {
        return prefix;
    }

    /** Whether it can be read by now. */
    public boolean isSupported() {
        return supported;
    }

    /** The format of this prefix. */
    static Optional<SuiteFormat> of(String prefix) {
        return Arrays.stream(values())
                .filter(format -> format.prefix.equals(prefix))
                .findFirst();
    }

    /** All prefixes, those that are read by now first. */
    static List<String> prefixes() {
        return Arrays.stream(values())
                .sorted((a, b) -> Boolean.compare(b.supported, a.supported))
                .map(SuiteFormat::prefix)
                .toList();
    }
}
