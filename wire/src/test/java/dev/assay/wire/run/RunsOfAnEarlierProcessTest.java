package dev.assay.wire.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.run.RunRecord;
import dev.assay.contracts.topic.Topic;
import dev.assay.wire.Broker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FilledStack.class)
class RunsOfAnEarlierProcessTest {

    @Inject
    RunView runs;

    @Inject
    ReliableObserver observer;

    @Test
    void viewIsCaughtUpWhenItKnowsAllOfThem() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1))
                .until(runs::caughtUp);

        assertThat(runs.all())
                .hasSize(FilledStack.RUNS)
                .extracting(RunRecord::revision)
                .containsOnly(FilledStack.REVISIONS);
        assertThat(observer.revisionsOf("run-7"))
                .isEqualTo(
                        IntStream.rangeClosed(1, FilledStack.REVISIONS).boxed().toList());
        assertThat(Broker.ofApplication().read(Topic.RUNS.deadLetterTopicName()))
                .hasSize(1);
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }
}
