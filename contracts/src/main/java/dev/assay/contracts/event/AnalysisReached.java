package dev.assay.contracts.event;

import dev.assay.contracts.id.Digest;
import dev.assay.contracts.topic.Topic;
import java.util.Map;

/**
 * An analyser has looked at a distinct piece of code.
 *
 * @param analyser name, e.g. {@code radon}
 * @param version of the tool
 * @param ruleSet digest of its rules
 * @param measures by name
 * @param degraded true if the analyser's canary stayed silent
 */
public record AnalysisReached(
        Digest codeDigest,
        String analyser,
        String version,
        Digest ruleSet,
        Map<String, Double> measures,
        boolean degraded)
        implements Event {

    /** Copies the map. */
    public AnalysisReached {
        measures = Map.copyOf(measures);
    }

    @Override
    public Topic topic() {
        return Topic.FINDINGS;
    }

    @Override
    public String partitionKey() {
        return codeDigest.hex();
    }

    @Override
    public String identity() {
        return codeDigest + "#" + analyser + "#" + version + "#" + ruleSet;
    }
}
