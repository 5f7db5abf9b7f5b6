/* A control group for the slot: the only thing that counts all memory of all processes of a sample. */
#ifndef ASSAY_CGROUP_H
#define ASSAY_CGROUP_H

#include <stdint.h>

struct cgroup {
    int version;         /* 1, 2, or 0 where none can be made */
    char memory[512];    /* directories; the same one twice for version 2 */
    char pids[512];
    int memory_procs;
    int pids_procs;
    int memory_limit;
    int pids_limit;
    int events;          /* where the kernel counts its kills */
    uint64_t set_bytes;
    uint32_t set_pids;
};

/* Makes the group where the caller may, and removes groups that dead slots left behind. */
void cgroup_make(struct cgroup *cgroup);

/* Moves the calling process into the group. */
void cgroup_join(const struct cgroup *cgroup);

void cgroup_limit(struct cgroup *cgroup, uint64_t bytes, uint32_t pids);

/* How many processes of the group the kernel has killed for lack of memory. */
uint64_t cgroup_kills(const struct cgroup *cgroup);

/* Removes the group; its processes must have ended. */
void cgroup_remove(const struct cgroup *cgroup);

#endif
