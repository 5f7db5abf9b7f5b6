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
    int usage;           /* bytes in use, the reclaimable ones of files included */
    int statistics;
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

/*
 * Waits until memory of the sample before has been given back, which the kernel does some time after its processes have
 * ended (files in memory, System V segments). Returns 0, or -1 if more than this is still in use after two seconds.
 */
int cgroup_settle(const struct cgroup *cgroup, uint64_t bytes);

/* Removes the group; its processes must have ended. */
void cgroup_remove(const struct cgroup *cgroup);

#endif
