package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.assay.contracts.topic.Topic;

/** An immutable fact, past tense, one per Kafka record. */
public sealed interface Event
        permits RunChanged,
                TaskAssigned,
                SampleGenerated,
                VerdictReached,
                AnalysisReached,
                VerdictsStored,
                RunProgressed,
                RunScored,
                RegressionDetected,
                RegressionResolved,
                DriftDetected,
                GateDecided {

    /** Where it is published. */
    @JsonIgnore
    Topic topic();

    /** The Kafka key: events of one key stay in order. */
    @JsonIgnore
    String partitionKey();

    /**
     * What makes this event the same event when it is published again: business key with revision, attempt or execution
     * id. The CloudEvents id is the hash of this and the type.
     */
    @JsonIgnore
    String identity();
}
