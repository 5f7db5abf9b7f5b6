package dev.assay.contracts.suite;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a returned value is compared with the expected one. */
public enum Comparison {
    /** Equal in type and value: a list is no tuple, a bool no integer, 1 is not 1.0. */
    @JsonProperty("exact")
    EXACT,
    /** As exact, but floating-point numbers anywhere within agree to a relative or absolute 1e-9. */
    @JsonProperty("approx")
    APPROX,
    /** As exact, but the outermost lists are compared as multisets. */
    @JsonProperty("unordered")
    UNORDERED
}
