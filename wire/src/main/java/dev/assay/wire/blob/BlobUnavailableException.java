package dev.assay.wire.blob;

import dev.assay.contracts.id.Digest;
import dev.assay.wire.access.BlobKind;

/** A blob could not be had from its owner. */
public final class BlobUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    BlobUnavailableException(BlobKind kind, Digest digest, String reason, boolean missing) {
        super(kind + " blob " + digest.abbreviated() + " is unavailable: " + reason);
        this.missing = missing;
    }

    /** Whether its owner does not have it, so that asking again is of no use. */
    public boolean missing() {
        return missing;
    }
}
