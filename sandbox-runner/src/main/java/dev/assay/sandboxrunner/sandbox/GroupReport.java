package dev.assay.sandboxrunner.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One packet of a judge's process. Which fields are there depends on what it reports: a group, the end, or an invalid kit.
 *
 * @param group position in the kit
 * @param end whether this packet is the last
 * @param invalid why the kit cannot judge
 */
record GroupReport(
        @Nullable Integer group,
        @Nullable String outcome,
        @Nullable Integer passed,
        @Nullable Integer total,
        @Nullable String type,
        @Nullable String message,
        @JsonProperty("test") @Nullable String failingTest,
        @Nullable Boolean end,
        @Nullable List<String> opaque,
        @Nullable String invalid) {}
