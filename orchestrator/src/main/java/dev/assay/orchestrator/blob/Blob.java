package dev.assay.orchestrator.blob;

import dev.assay.contracts.id.Digest;
import dev.assay.wire.access.BlobKind;

/** A content and its address. Not a record, since it compares by address. */
public final class Blob {
    private final BlobKind kind;
    private final Digest digest;
    private final byte[] content;

    private Blob(BlobKind kind, Digest digest, byte[] content) {
        this.kind = kind;
        this.digest = digest;
        this.content = content;
    }

    /** This content; the array must not be changed afterwards. */
    public static Blob of(BlobKind kind, byte[] content) {
        return new Blob(kind, Digest.of(content), content);
    }

    /** Who may fetch it. */
    public BlobKind kind() {
        return kind;
    }

    /** Of the content. */
    public Digest digest() {
        return digest;
    }

    /** The array itself; do not change it. */
    public byte[] content() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && kind == blob.kind && digest.equals(blob.digest);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + digest.hashCode();
    }
}
