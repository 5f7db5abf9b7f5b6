package dev.assay.wire.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where blobs come from. */
@ConfigMapping(prefix = "assay.blobs")
public interface BlobsConfig {

    /** Base URL of the orchestrator, owner of prompts, judges and plans. */
    @WithDefault("http://localhost:8081")
    URI orchestratorUrl();

    /** Base URL of the generator, owner of long answers. */
    @WithDefault("http://localhost:8082")
    URI generatorUrl();

    /** Folder of the cache on disk, made for the owner only; empty means memory only. */
    Optional<Path> cacheDir();

    /** The most bytes that are kept in memory. */
    @WithDefault("67108864")
    long memoryBytes();
}
