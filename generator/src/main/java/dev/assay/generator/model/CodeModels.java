package dev.assay.generator.model;

import dev.assay.contracts.run.Provider;
import dev.assay.generator.recording.Recordings;
import dev.assay.wire.blob.Blobs;
import jakarta.enterprise.context.ApplicationScoped;

/** The model of each provider. */
@ApplicationScoped
public class CodeModels {

    private final Recordings recordings;
    private final Blobs blobs;

    CodeModels(Recordings recordings, Blobs blobs) {
        this.recordings = recordings;
        this.blobs = blobs;
    }

    /** The model that this provider means. */
    public CodeModel of(Provider provider) {
        return switch (provider) {
            case Provider.Replay(var recording) -> new ReplayModel(recordings, recording);
            case Provider.Reference() -> new ReferenceModel(blobs);
        };
    }
}
