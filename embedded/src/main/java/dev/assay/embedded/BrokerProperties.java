package dev.assay.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The configuration of a broker that shares a laptop with the work it serves. */
final class BrokerProperties {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String BROKER_LISTENER = "BROKER";

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("num.partitions", "1"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"));

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("metric.reporters", ""),
            Map.entry("log.segment.bytes", Integer.toString(64 << 20)),
            Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)),
            Map.entry("offsets.topic.segment.bytes", Integer.toString(8 << 20)),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
            Map.entry("log.cleaner.io.buffer.size", Integer.toString(128 << 10)),
            Map.entry("log.retention.ms", "86400000"),
            Map.entry("log.retention.bytes", Integer.toString(512 << 20)));

    private static final Map<String, String> PROMPT = Map.ofEntries(
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A laptop that slept is not a broker that died.
            Map.entry("broker.session.timeout.ms", "60000"),
            Map.entry("metadata.max.idle.interval.ms", "5000"));

    private BrokerProperties() {}

    static Properties of(BrokerAddress address, int controllerPort, Path logs) {
        var properties = new Properties();
        properties.putAll(ALONE);
        properties.putAll(SMALL);
        properties.putAll(PROMPT);
        properties.putAll(role(address, controllerPort, logs));
        properties.putAll(credentials(address));
        return properties;
    }

    private static Map<String, String> role(BrokerAddress address, int controllerPort, Path logs) {
        String controller = Ports.HOST + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "log.dirs",
                logs.toString(),
                // The static voter lets a folder be used again on other ports.
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "inter.broker.listener.name",
                BROKER_LISTENER,
                "listeners",
                "%s://%s,%s://%s"
                        .formatted(BROKER_LISTENER, address.bootstrapServers(), CONTROLLER_LISTENER, controller));
    }

    private static Map<String, String> credentials(BrokerAddress address) {
        return Map.of(
                "listener.security.protocol.map",
                "%s:SASL_PLAINTEXT,%s:SASL_PLAINTEXT".formatted(BROKER_LISTENER, CONTROLLER_LISTENER),
                "sasl.enabled.mechanisms",
                "PLAIN",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "sasl.mechanism.controller.protocol",
                "PLAIN",
                "listener.name.broker.plain.sasl.jaas.config",
                address.listenerLogin(),
                "listener.name.controller.plain.sasl.jaas.config",
                address.listenerLogin());
    }
}
