/* Judging one sample: start, watch, end. */
#ifndef ASSAY_SAMPLE_H
#define ASSAY_SAMPLE_H

#include "slot.h"

enum request_kind { REQUEST_SPLIT = 1, REQUEST_SHARED = 2 };

/* Frame from the JVM, little-endian, followed by the kit (when the slot does not hold it yet) and the program. */
struct request {
    uint64_t id;
    uint64_t kit_id;
    uint32_t kind;
    uint32_t wall_millis;
    uint32_t cpu_millis;
    uint32_t memory_megabytes;
    uint32_t output_kilobytes;
    uint32_t processes;
    uint32_t kit_length; /* 0: the kit of the request before */
    uint32_t program_length;
};

/* Why a sample ended, when its judge did not end it. */
enum cause {
    CAUSE_NONE = 0,
    CAUSE_WALL = 1,
    CAUSE_CPU = 2,
    CAUSE_MEMORY = 3,
    CAUSE_OUTPUT = 4,
    CAUSE_JUDGE_ENDED = 5,
    CAUSE_NOT_STARTED = 6,
};

/* Frame to the JVM, followed by the judge's packets (u32 length each) and the first bytes of the output. */
struct result {
    uint64_t id;
    uint64_t output_bytes;
    uint64_t wall_micros;
    uint64_t cpu_micros;
    uint64_t judge_cpu_micros;
    uint64_t peak_kilobytes;
    uint32_t cause;
    int32_t status; /* wait status of the candidate, or errno for CAUSE_NOT_STARTED */
    uint32_t packets_length;
    uint32_t output_length;
};

#define MAX_PACKETS (256u << 10)
#define MAX_OUTPUT_KEPT 2048u

/* What is collected while a sample runs. */
struct findings {
    struct result result;
    unsigned char packets[MAX_PACKETS];
    unsigned char output[MAX_OUTPUT_KEPT];
};

/* Judges one sample. The slot's kit is in place. Ends the process when the JVM has gone. */
void sample_judge(struct slot *slot, const struct request *request, const void *program, struct findings *findings);

#endif
