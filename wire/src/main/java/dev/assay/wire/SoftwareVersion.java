package dev.assay.wire;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The version of this Assay, which every score names. */
@ApplicationScoped
public class SoftwareVersion {

    private final String version;

    SoftwareVersion(
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "development") String version) {
        this.version = version;
    }

    /** E.g. {@code 0.1.0}. */
    public String get() {
        return version;
    }
}
