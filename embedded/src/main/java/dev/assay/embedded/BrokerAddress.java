package dev.assay.embedded;

import java.util.Map;

/** Where a broker listens and how it is entered. */
record BrokerAddress(int port, String password) {
    private static final String USER = "assay";

    String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    Map<String, String> clientProperties() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login() + ";");
    }

    /** The one entry that lets a listener know its only user, and log in to itself as that user. */
    String listenerLogin() {
        return "%s user_%s=\"%s\";".formatted(login(), USER, password);
    }

    private String login() {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
                .formatted(USER, password);
    }

    @Override
    public String toString() {
        return bootstrapServers();
    }
}
