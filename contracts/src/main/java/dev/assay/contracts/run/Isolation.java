package dev.assay.contracts.run;

/** Levels of isolation of a sandbox, weakest first; {@link #compareTo} orders them. */
public enum Isolation {
    /** A process with limits; only for trusted programs. */
    PROCESS,
    /** Namespaces of the host's kernel, a root of its own, no network. */
    HOST_NS,
    /** A hardened container with a user id per sample. */
    CONTAINER_UID,
    /** A hardened container with namespaces per sample. */
    CONTAINER_NS,
    /** A kernel of its own. */
    VM
}
