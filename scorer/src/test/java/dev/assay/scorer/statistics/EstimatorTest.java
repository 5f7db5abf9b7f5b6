package dev.assay.scorer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {

    /** Origin: Chen et al. 2021's estimator in numpy, n=200, c=40. */
    @ParameterizedTest
    @CsvSource({"1, .2", "5, .6764600718", "10, .8987105941", "100, .9999999999999933"})
    void passAtKIsTheOneOfChenEtAl(int k, double expected) {
        assertThat(Estimator.PASS_AT.of(new Tally(200, 40), k)).isCloseTo(expected, within(5e-11));
    }

    @Test
    void passAt100StaysBelowOneToTheLastDigits() {
        assertThat(Estimator.PASS_AT.of(new Tally(200, 40), 100)).isCloseTo(.9999999999999933, within(2e-16));
    }

    /** Origin: scipy.special.comb, n=200, c=40. */
    @ParameterizedTest
    @CsvSource({"1, .2", "2, .039195979899", "5, .000259502688"})
    void passAllOfKIsARatioOfCombinations(int k, double expected) {
        assertThat(Estimator.PASS_ALL.of(new Tally(200, 40), k)).isCloseTo(expected, within(5e-13));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 5, 0, 0", "5, 5, 5, 1, 1", "5, 1, 5, 1, 0", "5, 4, 2, 1, .6", "1, 1, 1, 1, 1"})
    void edgesAreExact(int n, int c, int k, double atLeastOne, double all) {
        assertThat(Estimator.PASS_AT.of(new Tally(n, c), k)).isEqualTo(atLeastOne);
        assertThat(Estimator.PASS_ALL.of(new Tally(n, c), k)).isCloseTo(all, within(1e-15));
    }

    @Test
    void fewerSamplesThanKAreUndefined() {
        assertThat(Estimator.PASS_AT.isDefined(new Tally(4, 4), 5)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimator.PASS_AT.of(new Tally(4, 4), 5))
                .withMessage("pass@5 is undefined for 4 samples");
    }

    @Test
    void moreCannotPassThanWereJudged() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(3, 4));
    }
}
