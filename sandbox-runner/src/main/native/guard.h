/* What all processes of a sample use together, read from a proc file system of the slot. */
#ifndef ASSAY_GUARD_H
#define ASSAY_GUARD_H

#include <stdint.h>
#include <sys/types.h>

struct usage {
    uint64_t kilobytes;  /* resident, pages of forked children counted for each */
    uint64_t cpu_micros; /* of living processes and of those they waited for */
};

/* Sums over every process of this proc file system but three. */
struct usage guard_usage(int proc, pid_t supervisor, pid_t zygote, pid_t judge);

/* Threads of a user on the whole machine, as far as this proc file system shows it. */
uint32_t guard_threads(int proc, uid_t uid);

#endif
