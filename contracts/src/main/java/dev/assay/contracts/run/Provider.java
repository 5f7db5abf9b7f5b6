package dev.assay.contracts.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.contracts.id.Digest;

/** Where a subject's answers come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Provider.Replay.class, name = "replay"),
    @JsonSubTypes.Type(value = Provider.Reference.class, name = "reference")
})
public sealed interface Provider {

    /**
     * Recorded answers.
     *
     * @param recording digest of a recording that was uploaded to the generator
     */
    record Replay(Digest recording) implements Provider {}

    /** The suite's own reference answers. */
    record Reference() implements Provider {}
}
