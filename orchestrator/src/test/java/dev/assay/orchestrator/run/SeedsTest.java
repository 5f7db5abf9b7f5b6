package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.TaskId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void seedIsTheStartOfTheDigest() {
        // printf '7/HumanEval/0/3' | sha256sum
        assertThat(Seeds.of(7, new TaskId("HumanEval/0"), 3)).isEqualTo(3953511544160281534L);
    }

    @Test
    void everySampleHasASeedOfItsOwnAndNoneIsNegative() {
        Set<Long> seeds = new HashSet<>();
        for (int task = 0; task < 50; task++) {
            for (int index = 0; index < 20; index++) {
                seeds.add(Seeds.of(7, new TaskId("t" + task), index));
            }
        }

        assertThat(seeds).hasSize(1_000).allMatch(seed -> seed >= 0);
        assertThat(Seeds.of(8, new TaskId("t0"), 0)).isNotIn(seeds);
    }
}
