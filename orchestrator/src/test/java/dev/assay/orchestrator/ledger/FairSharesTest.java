package dev.assay.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.orchestrator.ledger.FairShares.Demand;
import dev.assay.orchestrator.ledger.FairShares.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FairSharesTest {
    @Test
    void runsShareEquallyWhateverTheirNumberOfSubjects() {
        List<Grant> grants = FairShares.of(
                120, List.of(new Demand(1, 0, 0, 1000), new Demand(2, 0, 0, 1000), new Demand(2, 1, 0, 1000)));

        assertThat(grants).extracting(Grant::places).containsExactly(60, 30, 30);
    }

    @Test
    void whatOneDoesNotWantGoesToTheOthers() {
        List<Grant> grants = FairShares.of(100, List.of(new Demand(1, 0, 0, 10), new Demand(2, 0, 0, 1000)));

        assertThat(grants).extracting(Grant::places).containsExactly(10, 90);
    }

    @Test
    void newcomerCatchesUpWithWhoHoldsTheWindow() {
        List<Grant> grants = FairShares.of(50, List.of(new Demand(1, 0, 900, 1000), new Demand(2, 0, 0, 1000)));

        assertThat(grants).containsExactly(new Grant(new Demand(2, 0, 0, 1000), 50));
    }

    @Test
    void fullWindowGrantsNothing() {
        assertThat(FairShares.of(0, List.of(new Demand(1, 0, 10, 10)))).isEmpty();
        assertThat(FairShares.of(-5, List.of(new Demand(1, 0, 10, 10)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sharesAreFairAndNothingIsWasted(int seed) {
        Random random = new Random(seed);
        List<Demand> demands = demands(random);
        int free = random.nextInt(400);

        List<Grant> grants = FairShares.of(free, demands);

        long wanted = demands.stream().mapToLong(Demand::wanted).sum();
        assertThat(grants.stream().mapToInt(Grant::places).sum()).isEqualTo((int) Math.min(free, wanted));
        assertThat(grants).allMatch(grant -> grant.places() <= grant.demand().wanted());
        Map<Demand, Integer> granted = grants.stream().collect(Collectors.toMap(Grant::demand, Grant::places));
        Map<Integer, Long> held = demands.stream()
                .collect(Collectors.groupingBy(
                        Demand::runNo, Collectors.summingLong(each -> each.held() + granted.getOrDefault(each, 0))));
        for (Grant one : grants) {
            for (Demand other : demands) {
                if (granted.getOrDefault(other, 0) < other.wanted()) {
                    assertNobodyWentShort(one, other, granted, held);
                }
            }
        }
    }

    private static void assertNobodyWentShort(
            Grant one, Demand other, Map<Demand, Integer> granted, Map<Integer, Long> held) {
        if (one.demand().runNo() == other.runNo()) {
            assertThat(one.demand().held() + one.places())
                    .isLessThanOrEqualTo(other.held() + granted.getOrDefault(other, 0) + 1);
        } else {
            assertThat(held.getOrDefault(one.demand().runNo(), 0L))
                    .isLessThanOrEqualTo(held.getOrDefault(other.runNo(), 0L) + 1);
        }
    }

    private static List<Demand> demands(Random random) {
        List<Demand> demands = new ArrayList<>();
        for (int run = 1; run <= 1 + random.nextInt(5); run++) {
            for (int subject = 0; subject <= random.nextInt(4); subject++) {
                demands.add(new Demand(run, subject, random.nextInt(50), random.nextInt(100)));
            }
        }
        return demands;
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }
}
