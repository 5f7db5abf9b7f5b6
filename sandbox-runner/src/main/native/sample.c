#define _GNU_SOURCE
#include "sample.h"

#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define TICK_MICROS 20000u
/* How long the judge may take to say its word once the program has ended. */
#define GRACE_MICROS 2000000u
/* The interpreter itself: added to a sample's memory limit. */
#define INTERPRETER_MEGABYTES 256u
#define BOX_MEGABYTES 64u
/* What zygote and judge may hold when a sample starts. */
#define SETTLED_MEGABYTES 256ull

struct watch {
    struct slot *slot;
    const struct request *request;
    struct findings *findings;
    pid_t candidate;
    int candidate_ended;
    int output;        /* read end of the candidate's standard output and error */
    int verdicts;      /* where judge packets arrive */
    uint64_t started;
    uint64_t deadline;
    uint64_t kills_before;
    int done;
};

static void end(struct watch *watch, enum cause cause) {
    watch->findings->result.cause = cause;
    watch->done = 1;
}

static struct spawn_order order_for(const struct slot *slot, const struct request *request, enum child_kind kind) {
    return (struct spawn_order){
        .kind = kind,
        .isolated = (uint32_t)slot->settings->isolated,
        .cpu_seconds = request->cpu_millis / 1000 + 2,
        .processes = request->processes + slot->other_threads,
        .box_megabytes = BOX_MEGABYTES,
        .uncounted_memory = slot->cgroup->version == 0 || !slot->settings->isolated,
        .memory_bytes = ((uint64_t)request->memory_megabytes + INTERPRETER_MEGABYTES) << 20,
        .file_bytes = (uint64_t)BOX_MEGABYTES << 20,
    };
}

static int hand_over(int socket, const int *pipes) {
    char go = 'g';
    struct iovec part = {.iov_base = &go, .iov_len = 1};
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int) * 2)];
    } control;
    memset(&control, 0, sizeof control);
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int) * 2);
    memcpy(CMSG_DATA(header), pipes, sizeof(int) * 2);
    return sendmsg(socket, &message, MSG_NOSIGNAL) == 1 ? 0 : -1;
}

/* Program and judge each get two ends of two pipes; nobody else keeps any. */
static int start_split(struct watch *watch, int program, int output) {
    struct slot *slot = watch->slot;
    if (slot_need_judge(slot) != 0) {
        return -1;
    }
    watch->verdicts = slot->judge_socket;
    int calls[2], answers[2];
    if (pipe2(calls, O_CLOEXEC) != 0) {
        return -1;
    }
    if (pipe2(answers, O_CLOEXEC) != 0) {
        close(calls[0]);
        close(calls[1]);
        return -1;
    }
    struct spawn_order order = order_for(slot, watch->request, CHILD_CANDIDATE);
    int fds[] = {program, calls[0], answers[1], output};
    watch->candidate = slot_spawn(slot, &order, fds, 4);
    int error = errno;
    close(calls[0]);
    close(answers[1]);
    int judges[] = {answers[0], calls[1]};
    int given = watch->candidate > 0 ? hand_over(slot->judge_socket, judges) : 0;
    close(answers[0]);
    close(calls[1]);
    if (given != 0) {
        end(watch, CAUSE_JUDGE_ENDED);
    }
    errno = error;
    return watch->candidate > 0 ? 0 : -1;
}

static int start_shared(struct watch *watch, int program, int output, int *verdicts) {
    struct slot *slot = watch->slot;
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
        return -1;
    }
    struct spawn_order order = order_for(slot, watch->request, CHILD_SHARED);
    int fds[] = {slot->kit, program, pair[1], output};
    watch->candidate = slot_spawn(slot, &order, fds, 4);
    int error = errno;
    close(pair[1]);
    *verdicts = watch->verdicts = pair[0];
    errno = error;
    return watch->candidate > 0 ? 0 : -1;
}

/* Keeps one packet. The packet that ends a sample says so with its first key. */
static void take_packet(struct watch *watch) {
    unsigned char packet[65536];
    struct result *result = &watch->findings->result;
    ssize_t length = recv(watch->verdicts, packet, sizeof packet, MSG_DONTWAIT);
    if (length < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    if (length <= 0) {
        if (watch->verdicts == watch->slot->judge_socket) {
            end(watch, CAUSE_JUDGE_ENDED);
        } else {
            watch->done = 1;
        }
        return;
    }
    uint32_t size = (uint32_t)length;
    if (result->packets_length + sizeof size + size <= MAX_PACKETS) {
        memcpy(watch->findings->packets + result->packets_length, &size, sizeof size);
        memcpy(watch->findings->packets + result->packets_length + sizeof size, packet, size);
        result->packets_length += (uint32_t)sizeof size + size;
    }
    static const char last[] = "{\"end\"", invalid[] = "{\"invalid\"";
    if ((size >= sizeof last - 1 && memcmp(packet, last, sizeof last - 1) == 0)
        || (size >= sizeof invalid - 1 && memcmp(packet, invalid, sizeof invalid - 1) == 0)) {
        watch->done = 1;
    }
}

static void take_output(struct watch *watch) {
    unsigned char bytes[65536];
    struct result *result = &watch->findings->result;
    ssize_t length = read(watch->output, bytes, sizeof bytes);
    if (length < 0) {
        return;
    }
    if (length == 0) {
        close(watch->output);
        watch->output = -1;
        return;
    }
    uint32_t room = MAX_OUTPUT_KEPT - result->output_length;
    uint32_t kept = (size_t)length < room ? (uint32_t)length : room;
    memcpy(watch->findings->output + result->output_length, bytes, kept);
    result->output_length += kept;
    result->output_bytes += (uint64_t)length;
    if (result->output_bytes > (uint64_t)watch->request->output_kilobytes * 1024) {
        end(watch, CAUSE_OUTPUT);
    }
}

/* A child has ended. It is not reaped here but when the sample is over, so that its pid stays its own. */
static void take_signal(struct watch *watch) {
    struct signalfd_siginfo info;
    struct slot *slot = watch->slot;
    if (read(slot->signals, &info, sizeof info) != (ssize_t)sizeof info) {
        return;
    }
    siginfo_t child;
    memset(&child, 0, sizeof child);
    if (waitid(P_PID, (id_t)slot->zygote, &child, WEXITED | WNOHANG | WNOWAIT) == 0 && child.si_pid != 0) {
        errno = 0;
        die("the zygote ended");
    }
    memset(&child, 0, sizeof child);
    if (!watch->candidate_ended
        && waitid(P_PID, (id_t)watch->candidate, &child, WEXITED | WNOHANG | WNOWAIT) == 0 && child.si_pid != 0) {
        watch->candidate_ended = 1;
        if (!slot->settings->isolated) {
            slot_end_orphans(slot, watch->candidate);
        }
        uint64_t grace = now_micros() + GRACE_MICROS;
        watch->deadline = watch->deadline < grace ? watch->deadline : grace;
    }
}

static void check_limits(struct watch *watch, uint64_t now) {
    struct slot *slot = watch->slot;
    const struct request *request = watch->request;
    struct usage usage = {0, slot_cpu_micros(watch->candidate)};
    if (slot->own_proc) {
        struct usage all = guard_usage(slot->proc, getpid(), slot->zygote, slot->judge);
        usage.kilobytes = all.kilobytes;
        usage.cpu_micros = all.cpu_micros > usage.cpu_micros ? all.cpu_micros : usage.cpu_micros;
    }
    uint64_t most = ((uint64_t)request->memory_megabytes + INTERPRETER_MEGABYTES) * 1024;
    if (slot->cgroup->version != 0 ? cgroup_kills(slot->cgroup) != watch->kills_before : usage.kilobytes > most) {
        end(watch, CAUSE_MEMORY);
    } else if (usage.cpu_micros >= (uint64_t)request->cpu_millis * 1000) {
        end(watch, CAUSE_CPU);
    } else if (now >= watch->deadline) {
        end(watch, watch->candidate_ended ? CAUSE_JUDGE_ENDED : CAUSE_WALL);
    }
}

static void watch_until_done(struct watch *watch) {
    struct slot *slot = watch->slot;
    uint64_t next_tick = watch->started + TICK_MICROS;
    while (!watch->done) {
        struct pollfd fds[] = {
            {.fd = watch->verdicts, .events = POLLIN},
            {.fd = watch->output, .events = POLLIN},
            {.fd = slot->signals, .events = POLLIN},
            {.fd = slot->commands, .events = 0},
        };
        uint64_t now = now_micros();
        uint64_t until = next_tick < watch->deadline ? next_tick : watch->deadline;
        int millis = until <= now ? 0 : (int)((until - now + 999) / 1000);
        int ready = poll(fds, 4, millis);
        if (ready < 0 && errno != EINTR) {
            die("cannot poll");
        }
        if (ready > 0 && (fds[3].revents & (POLLHUP | POLLERR)) != 0) {
            _exit(0);
        }
        if (ready > 0 && fds[1].revents != 0) {
            take_output(watch);
        }
        if (ready > 0 && !watch->done && fds[0].revents != 0) {
            take_packet(watch);
        }
        if (ready > 0 && !watch->done && fds[2].revents != 0) {
            take_signal(watch);
        }
        now = now_micros();
        if (!watch->done && now >= until) {
            check_limits(watch, now);
            next_tick = now + TICK_MICROS;
        }
    }
}

/* Output that was written before the end counts, though nobody waited for it. */
static void drain(struct watch *watch) {
    if (watch->output < 0 || fcntl(watch->output, F_SETFL, O_NONBLOCK) != 0) {
        return;
    }
    for (int i = 0; i < 64 && watch->output >= 0; i++) {
        uint64_t before = watch->findings->result.output_bytes;
        take_output(watch);
        if (watch->output >= 0 && watch->findings->result.output_bytes == before) {
            return;
        }
    }
}

static int killed_for_memory(const struct watch *watch, int status) {
    int suspicious = watch->findings->result.cause != CAUSE_NONE || watch->candidate_ended || WIFSIGNALED(status);
    return suspicious && cgroup_kills(watch->slot->cgroup) != watch->kills_before;
}

static void finish(struct watch *watch, uint64_t judge_cpu) {
    struct slot *slot = watch->slot;
    struct result *result = &watch->findings->result;
    struct rusage usage;
    memset(&usage, 0, sizeof usage);
    int by_itself = watch->candidate_ended;
    int status = slot_end_child(slot, watch->candidate, &usage);
    drain(watch);
    result->status = by_itself ? status : 0;
    result->wall_micros = now_micros() - watch->started;
    result->cpu_micros = (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000u
        + (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
    result->peak_kilobytes = (uint64_t)usage.ru_maxrss;
    if (slot->judge > 0) {
        uint64_t after = slot_cpu_micros(slot->judge);
        result->judge_cpu_micros = after > judge_cpu ? after - judge_cpu : 0;
    }
    if (by_itself && killed_for_memory(watch, status)) {
        result->cause = CAUSE_MEMORY;
    } else if (by_itself && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL
               && result->cpu_micros >= (uint64_t)watch->request->cpu_millis * 1000) {
        result->cause = CAUSE_CPU;
    }
    if (result->cause != CAUSE_NONE) {
        slot_end_judge(slot);
    }
}

void sample_judge(struct slot *slot, const struct request *request, const void *program, struct findings *findings) {
    struct watch watch = {.slot = slot, .request = request, .findings = findings, .output = -1, .verdicts = -1};
    int own_socket = -1, out[2];
    if (cgroup_settle(slot->cgroup, SETTLED_MEGABYTES << 20) != 0) {
        slot_end_judge(slot);
        if (cgroup_settle(slot->cgroup, SETTLED_MEGABYTES << 20) != 0) {
            errno = 0;
            die("memory of an ended sample does not come back");
        }
    }
    cgroup_limit(slot->cgroup, ((uint64_t)request->memory_megabytes + SETTLED_MEGABYTES) << 20, request->processes + 16);
    slot_clear_box(slot);
    watch.kills_before = cgroup_kills(slot->cgroup);
    uint64_t judge_cpu = slot->judge > 0 && slot->judge_kit_id == slot->kit_id ? slot_cpu_micros(slot->judge) : 0;
    watch.started = now_micros();
    watch.deadline = watch.started + (uint64_t)request->wall_millis * 1000;
    int source = slot_memory("program", program, request->program_length);
    int started = -1;
    if (source >= 0 && pipe2(out, O_CLOEXEC) == 0) {
        watch.output = out[0];
        started = request->kind == REQUEST_SHARED ? start_shared(&watch, source, out[1], &own_socket)
                                                  : start_split(&watch, source, out[1]);
        close(out[1]);
    }
    int error = errno;
    if (source >= 0) {
        close(source);
    }
    if (started == 0) {
        watch_until_done(&watch);
        finish(&watch, judge_cpu);
    } else {
        findings->result.cause = CAUSE_NOT_STARTED;
        findings->result.status = error;
        slot_end_judge(slot);
    }
    if (watch.output >= 0) {
        close(watch.output);
    }
    if (own_socket >= 0) {
        close(own_socket);
    }
}
