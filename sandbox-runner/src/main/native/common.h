/*
 * What supervisor and zygote say to each other. Both are built together, so the structs travel as they are.
 *
 * Processes of one slot:
 *   keeper      started by the JVM; owns the control groups, waits for the supervisor, cleans up
 *   supervisor  pid 1 of the slot's pid namespace; speaks the protocol, kills and reaps everything
 *   zygote      warm interpreter that never sees content: it gets orders and file descriptors only
 *   candidate   one per sample, in namespaces of its own; runs the program
 *   judge       one per task, in namespaces of its own; the only process that sees the tests
 */
#ifndef ASSAY_COMMON_H
#define ASSAY_COMMON_H

#include <stdint.h>

enum child_kind { CHILD_CANDIDATE = 1, CHILD_JUDGE = 2, CHILD_SHARED = 3 };

/* Descriptors of the zygote. */
#define ZYGOTE_SOCKET 3
#define ZYGOTE_PROC 4

/* Descriptors of every child: output at 1 and 2, then what the order carried, from here on. */
#define CHILD_FIRST_FD 3
#define ORDER_MAX_FDS 4

/* Where the zygote's files and the private file system of a sample are in the clean root. */
#define CODE_DIRECTORY "/assay"
#define BOX_DIRECTORY "/box"

/* Without namespaces: the working directory of a sample, below that of the zygote. */
#define BARE_BOX "box"

/* One order to clone a child; the last of its descriptors becomes the child's output. */
struct spawn_order {
    uint32_t kind;
    uint32_t isolated;      /* 1: in namespaces of its own; 0: a plain fork */
    uint32_t cpu_seconds;   /* 0: none */
    uint32_t processes;
    uint32_t box_megabytes;
    uint32_t uncounted_memory; /* 1: refuse memory that no process' RSS shows (memfd, System V shared memory) */
    uint64_t memory_bytes;  /* address space, 0: none */
    uint64_t file_bytes;
};

struct spawn_answer {
    int32_t pid;   /* in the slot's pid namespace, or -1 */
    int32_t error; /* errno when pid is -1 */
};

#endif
