/* A slot's processes: one zygote, at most one judge, at most one candidate. */
#ifndef ASSAY_SLOT_H
#define ASSAY_SLOT_H

#include "common.h"
#include "cgroup.h"
#include "settings.h"

#include <stdint.h>
#include <sys/resource.h>

struct slot {
    const struct settings *settings;
    struct cgroup *cgroup;
    int proc;            /* a proc file system */
    int own_proc;        /* whether it shows this slot's processes and no others */
    int signals;         /* signalfd for SIGCHLD */
    int nothing;         /* /dev/null */
    int commands;        /* frames from the JVM */
    int results;         /* frames to the JVM */
    uint32_t other_threads; /* without namespaces: of the same user, which its limit on processes counts too */
    pid_t zygote;
    int zygote_socket;
    char version[32];    /* of the interpreter */
    pid_t judge;
    int judge_socket;
    int kit;             /* memfd of what the judge judges by, or -1 */
    uint64_t kit_id;
    uint64_t judge_kit_id;
};

/* Starts the zygote and waits until it is warm. */
void slot_start(struct slot *slot);

/* Has the zygote clone a child; returns its pid, or -1 with errno. */
pid_t slot_spawn(struct slot *slot, const struct spawn_order *order, const int *fds, int count);

/* Has a judge ready for the slot's kit; returns 0, or -1 with errno. */
int slot_need_judge(struct slot *slot);

void slot_end_judge(struct slot *slot);

/* A memfd with these bytes, or -1 with errno. */
int slot_memory(const char *name, const void *bytes, size_t length);

/* Kills a child with all it started, waits until nothing is left, and says what it used. Returns its wait status. */
int slot_end_child(struct slot *slot, pid_t pid, struct rusage *usage);

/*
 * Without a pid namespace: ends what an ended child left behind. It is in the child's process group, or has become ours
 * since the supervisor is a subreaper. The child itself stays to be reaped.
 */
void slot_end_orphans(const struct slot *slot, pid_t child);

/* Without namespaces: an empty working directory for the next sample. With them each sample brings its own. */
void slot_clear_box(const struct slot *slot);

/* CPU time of a process in microseconds, 0 when it is gone. */
uint64_t slot_cpu_micros(pid_t pid);

uint64_t now_micros(void);

/* Reads or writes exactly this much; returns 0, or -1 at end of file or on an error. */
int read_fully(int fd, void *buffer, size_t length);
int write_fully(int fd, const void *buffer, size_t length);

#endif
