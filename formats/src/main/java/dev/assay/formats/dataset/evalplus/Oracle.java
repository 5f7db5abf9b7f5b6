package dev.assay.formats.dataset.evalplus;

/** How a returned value is compared with the reference's, beside equality. */
public enum Oracle {
    /** Equal, or close where a tolerance is given or the reference returns floats. */
    REFERENCE,
    /** The absolute value of the input, a polynomial, at the returned point is at most the tolerance. */
    ROOT_OF_POLYNOMIAL,
    /** Any value will do. */
    ANYTHING,
    /** The reference's value, or 0. */
    ZERO_TOO,
    /** The reference's value, or the surface with the second argument as the pyramid's height, within the tolerance. */
    SURFACE_AREA_BY_HEIGHT_TOO,
    /** The reference's value, or the sum of differences of digits of the numbers padded to one length. */
    DIGIT_DISTANCE_PADDED_TOO,
    /** The same elements, in any order and number. */
    SAME_SET,
    /** A bool is compared as it is; anything else counts as whether it is not None. */
    NOT_NONE
}
