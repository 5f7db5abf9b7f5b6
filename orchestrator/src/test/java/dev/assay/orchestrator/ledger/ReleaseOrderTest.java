package dev.assay.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.orchestrator.ledger.ReleaseOrder.Place;
import dev.assay.orchestrator.ledger.ReleaseOrder.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseOrderTest {
    @Test
    void samplesOfATaskAreReleasedTogether() {
        Step step = new ReleaseOrder(3, 2, List.of()).from(0, 5);

        assertThat(step.places())
                .containsExactly(new Place(0, 0), new Place(0, 1), new Place(1, 0), new Place(1, 1), new Place(2, 0));
        assertThat(step.next()).isEqualTo(5);
    }

    @Test
    void tasksSetAsideArePassedOver() {
        ReleaseOrder order = new ReleaseOrder(3, 2, List.of(0, 2));

        Step step = order.from(0, 10);

        assertThat(step.places()).containsExactly(new Place(1, 0), new Place(1, 1));
        assertThat(step.next()).isEqualTo(order.end());
        assertThat(order.planned()).isEqualTo(2);
    }

    @Test
    void planWithEverythingSetAsideHasNothingToRelease() {
        ReleaseOrder order = new ReleaseOrder(2, 3, List.of(0, 1));

        assertThat(order.planned()).isZero();
        assertThat(order.from(0, 10).places()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stepsOfAnySizeReleaseEveryPlannedSampleOnce(int seed) {
        Random random = new Random(seed);
        int tasks = 1 + random.nextInt(20);
        int samples = 1 + random.nextInt(5);
        List<Integer> setAside = IntStream.range(0, tasks)
                .filter(task -> random.nextInt(4) == 0)
                .boxed()
                .toList();
        ReleaseOrder order = new ReleaseOrder(tasks, samples, setAside);

        List<Place> released = new ArrayList<>();
        for (long position = 0; position < order.end(); ) {
            Step step = order.from(position, 1 + random.nextInt(7));
            released.addAll(step.places());
            position = step.next();
        }

        assertThat(released)
                .doesNotHaveDuplicates()
                .hasSize((int) order.planned())
                .noneMatch(place -> setAside.contains(place.taskNo()))
                .isSortedAccordingTo((one, other) -> one.taskNo() != other.taskNo()
                        ? Integer.compare(one.taskNo(), other.taskNo())
                        : Integer.compare(one.index(), other.index()));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }
}
