package dev.assay.scorer.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NearestRankTest {

    @Test
    void percentileIsAValueThatOccurred() {
        NearestRank ranks = new NearestRank(new long[] {50, 15, 40, 20, 35});

        assertThat(LongStream.of(5, 30, 40, 50, 100).map(p -> ranks.percentile((int) p)))
                .containsExactly(15L, 20L, 20L, 35L, 50L);
    }

    @Test
    void p99OfAHundredIsNotTheMaximum() {
        assertThat(new NearestRank(LongStream.rangeClosed(1, 100).toArray()).percentile(99))
                .isEqualTo(99);
    }

    @Test
    void nothingHasNoPercentile() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NearestRank(new long[0]));
    }
}
