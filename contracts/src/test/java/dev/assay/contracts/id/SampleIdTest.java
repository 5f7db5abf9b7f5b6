package dev.assay.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"HumanEval/0", "a b", "50% + more", "größe", "a+b", "x%2Fy", "日本"})
    void textFormIsReadBackWhateverTheTaskIsCalled(String task) {
        SampleId id = new SampleId(new RunId("r-1"), new SubjectName("a/b c"), new TaskId(task), 12);

        assertThat(SampleId.parse(id.toString())).isEqualTo(id);
        assertThat(id.toString().split("/")).hasSize(4);
    }

    @Test
    void samplesOfATaskShareAKeyByTens() {
        SampleId first = SampleId.parse("r/s/t/0");

        assertThat(SampleId.parse("r/s/t/9").partitionKey()).isEqualTo(first.partitionKey());
        assertThat(SampleId.parse("r/s/t/10").partitionKey()).isNotEqualTo(first.partitionKey());
        assertThat(SampleId.parse("r/s/u/0").partitionKey()).isNotEqualTo(first.partitionKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r/s/t", "r/s/t/x", "r/s/t/-1", "r/s/t/0/1", "r//t/0", "R/s/t/0", "r/s/%00/0"})
    void textThatIsNoSampleIdIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleId.parse(text));
    }
}
