package dev.assay.generator.work;

import dev.assay.generator.work.Lease.Leased;
import java.util.List;
import java.util.UUID;

/**
 * Assignments of one subject that belong to whoever holds this lease, until it expires.
 *
 * @param id names it, so that a holder who was too slow changes nothing
 */
public record Lease(UUID id, List<Leased> assignments) {

    /** Copies the list. */
    public Lease {
        assignments = List.copyOf(assignments);
    }

    /** @param id of its row */
    public record Leased(long id, Assignment assignment) {}
}
