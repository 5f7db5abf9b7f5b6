package dev.assay.generator.work;

import dev.assay.wire.event.Outgoing;
import java.util.List;

/** Where results go. Each call returns when all of them are with the broker. */
public interface Publication {

    /** Publishes answers. */
    void samples(List<Outgoing> samples);

    /** Publishes verdicts on samples that will never have an answer. */
    void verdicts(List<Outgoing> verdicts);
}
