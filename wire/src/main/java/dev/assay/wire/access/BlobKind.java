package dev.assay.wire.access;

/** What a blob holds, and so who may fetch it: whoever generates must never see how answers are judged. */
public enum BlobKind {
    /** Prompts, context files, references. */
    PROMPT("/orchestrator/blobs/prompts/"),
    /** Tests and expected values. */
    JUDGE("/orchestrator/blobs/judges/"),
    /** Tasks of a run. */
    PLAN("/orchestrator/blobs/plans/"),
    /** Long answers. */
    ANSWER("/generator/blobs/answers/");

    private final String path;

    BlobKind(String path) {
        this.path = path;
    }

    /** The REST path below which its owner serves it, followed by the digest. */
    public String path() {
        return path;
    }
}
