package dev.assay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExecutionIdsTest {

    @Test
    void everyIdIsGreaterThanAllBefore() {
        List<String> ids = Stream.generate(ExecutionIds::next).limit(100_000).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(ids.getFirst()).version()).isEqualTo(7);
    }
}
