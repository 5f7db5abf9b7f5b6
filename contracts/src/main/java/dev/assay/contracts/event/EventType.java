package dev.assay.contracts.event;

import java.util.Arrays;
import java.util.Optional;

/** The CloudEvents types of all events. */
public enum EventType {
    /** {@link RunChanged}. */
    RUN_CHANGED("dev.assay.run.changed.v1", RunChanged.class),
    /** {@link TaskAssigned}. */
    TASK_ASSIGNED("dev.assay.task.assigned.v1", TaskAssigned.class),
    /** {@link SampleGenerated}. */
    SAMPLE_GENERATED("dev.assay.sample.generated.v1", SampleGenerated.class),
    /** {@link VerdictReached}. */
    VERDICT_REACHED("dev.assay.verdict.reached.v1", VerdictReached.class),
    /** {@link AnalysisReached}. */
    ANALYSIS_REACHED("dev.assay.analysis.reached.v1", AnalysisReached.class),
    /** {@link VerdictsStored}. */
    VERDICTS_STORED("dev.assay.verdicts.stored.v1", VerdictsStored.class),
    /** {@link RunProgressed}. */
    RUN_PROGRESSED("dev.assay.run.progressed.v1", RunProgressed.class),
    /** {@link RunScored}. */
    RUN_SCORED("dev.assay.run.scored.v1", RunScored.class),
    /** {@link RegressionDetected}. */
    REGRESSION_DETECTED("dev.assay.regression.detected.v1", RegressionDetected.class),
    /** {@link RegressionResolved}. */
    REGRESSION_RESOLVED("dev.assay.regression.resolved.v1", RegressionResolved.class),
    /** {@link DriftDetected}. */
    DRIFT_DETECTED("dev.assay.drift.detected.v1", DriftDetected.class),
    /** {@link GateDecided}. */
    GATE_DECIDED("dev.assay.gate.decided.v1", GateDecided.class);

    private final String cloudEventsType;
    private final Class<? extends Event> recordType;

    EventType(String cloudEventsType, Class<? extends Event> recordType) {
        this.cloudEventsType = cloudEventsType;
        this.recordType = recordType;
    }

    /** The value of {@code ce_type}. */
    public String cloudEventsType() {
        return cloudEventsType;
    }

    /** The record that carries it. */
    public Class<? extends Event> recordType() {
        return recordType;
    }

    /** The type of this event. */
    public static EventType of(Event event) {
        return Arrays.stream(values())
                .filter(type -> type.recordType.equals(event.getClass()))
                .findFirst()
                .orElseThrow();
    }

    /** The type with this {@code ce_type}; empty for an unknown one. */
    public static Optional<EventType> named(String cloudEventsType) {
        return Arrays.stream(values())
                .filter(type -> type.cloudEventsType.equals(cloudEventsType))
                .findFirst();
    }
}
