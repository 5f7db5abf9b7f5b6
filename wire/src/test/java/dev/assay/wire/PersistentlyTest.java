package dev.assay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersistentlyTest {

    static Stream<Exception> outages() {
        return Stream.of(
                new SQLException("connection refused", "08001"),
                new SQLException("deadlock detected", "40P01"),
                new SQLException("too many connections", "53300"),
                new SQLException("terminating connection due to administrator command", "57P01"),
                new SQLException("Sorry, acquisition timeout!"),
                new SQLException("Acquisition timeout while waiting for new connection"),
                new TimeoutException("Topic assay.tasks not present in metadata after 60000 ms."));
    }

    static Stream<Exception> faults() {
        return Stream.of(
                new SQLException("duplicate key", "23505"),
                new SQLException("canceling statement due to statement timeout", "57014"),
                new SQLException("a driver without states"),
                new RecordTooLargeException("1048588"),
                new IllegalArgumentException("no such thing"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void workIsDoneAgainAfterAnOutage(Exception outage) {
        AtomicInteger tries = new AtomicInteger();

        Persistently.run("working", () -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("wrapped twice", new RuntimeException(outage));
            }
        });

        assertThat(tries).hasValue(3);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatNoWaitingMendsIsThrownOnAtOnce(Exception fault) {
        AtomicInteger tries = new AtomicInteger();
        RuntimeException thrown = new IllegalStateException(fault);

        assertThatThrownBy(() -> Persistently.run("working", () -> {
                    tries.incrementAndGet();
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(tries).hasValue(1);
    }

    @Test
    void interruptedWaitingEndsAndLeavesTheThreadInterrupted() {
        try {
            assertThatThrownBy(() -> Persistently.run("working", () -> {
                        Thread.currentThread().interrupt();
                        throw new TimeoutException("the broker is out");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("working was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
