/*
 * The supervisor of one slot. Started by the JVM, it becomes a keeper, which owns what has to be cleaned up, and the
 * supervisor proper, pid 1 of the slot's namespaces, which speaks frames on standard input and output.
 */
#define _GNU_SOURCE
#include "guard.h"
#include "root.h"
#include "sample.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_FRAME (96u << 20)
/* User ids that no distribution hands out. */
#define FIRST_UID 0x70000000ul
#define MOST_PIDS (1ul << 22)
/* Taken from the end of a small range. */
#define SPARE_UIDS 1000ul
#define NAMESPACES (CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS)
/* Threads that other programs of the user may start while a slot lives. */
#define SLACK_THREADS 200u
#define KEYCTL_JOIN_SESSION_KEYRING 1

void die(const char *format, ...) {
    int error = errno;
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "assay-supervisor: ");
    vfprintf(stderr, format, arguments);
    fprintf(stderr, error == 0 ? "\n" : ": %s\n", strerror(error));
    va_end(arguments);
    _exit(2);
}

int write_file(int at, const char *path, const char *text) {
    int fd = openat(at, path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        return -1;
    }
    ssize_t written = write(fd, text, strlen(text));
    int error = errno;
    close(fd);
    errno = error;
    return written == (ssize_t)strlen(text) ? 0 : -1;
}

/*
 * A user id for this slot alone. A container without a user id map of its own has them all; one with a map gets one from
 * the end of its largest range. Returns 0 where root is the only user: then it is treated as an ordinary one.
 */
static int find_unused_uid(uid_t *uid) {
    FILE *map = fopen("/proc/self/uid_map", "re");
    unsigned long first, outside, count, largest = 0, start = 0;
    while (map != NULL && fscanf(map, "%lu %lu %lu", &first, &outside, &count) == 3) {
        if (count > largest) {
            largest = count;
            start = first;
        }
    }
    if (map != NULL) {
        fclose(map);
    }
    unsigned long pid = (unsigned long)getpid();
    if (start == 0 && largest > FIRST_UID + MOST_PIDS) {
        *uid = (uid_t)(FIRST_UID + pid);
    } else if (largest > 2 * SPARE_UIDS) {
        *uid = (uid_t)(start + largest - 1 - pid % SPARE_UIDS);
    } else {
        return 0;
    }
    return 1;
}

static void read_settings(struct settings *settings, int count, char **arguments) {
    memset(settings, 0, sizeof *settings);
    settings->isolated = 1;
    for (int i = 1; i + 1 < count; i += 2) {
        const char *name = arguments[i], *value = arguments[i + 1];
        if (strcmp(name, "--python") == 0) {
            settings->python = value;
        } else if (strcmp(name, "--code") == 0) {
            settings->code = value;
        } else if (strcmp(name, "--root") == 0) {
            settings->root = value;
        } else if (strcmp(name, "--isolation") == 0) {
            settings->isolated = strcmp(value, "namespaces") == 0;
        } else if (strcmp(name, "--bind") == 0 && settings->bind_count < MAX_BINDS) {
            settings->binds[settings->bind_count++] = value;
        } else {
            errno = 0;
            die("unknown option %s", name);
        }
    }
    if (settings->python == NULL || settings->code == NULL || settings->root == NULL) {
        errno = 0;
        die("--python, --code and --root are needed");
    }
    settings->own_uid = geteuid();
    settings->own_gid = getegid();
    settings->as_root = settings->own_uid == 0 && find_unused_uid(&settings->uid);
}

static void map_ids(uid_t uid, gid_t gid) {
    char map[64];
    snprintf(map, sizeof map, "1000 %u 1\n", gid);
    if (write_file(AT_FDCWD, "/proc/self/setgroups", "deny") != 0
        || write_file(AT_FDCWD, "/proc/self/gid_map", map) != 0) {
        die("cannot map the group id");
    }
    snprintf(map, sizeof map, "1000 %u 1\n", uid);
    if (write_file(AT_FDCWD, "/proc/self/uid_map", map) != 0) {
        die("cannot map the user id");
    }
}

/* Whoever started the keeper, from here on the supervisor is an ordinary user without any capability. */
static void drop_privileges(const struct settings *settings) {
    if (settings->as_root
        && (setgroups(0, NULL) != 0 || setresgid(settings->uid, settings->uid, settings->uid) != 0
            || setresuid(settings->uid, settings->uid, settings->uid) != 0)) {
        die("cannot become user %u", settings->uid);
    }
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[2];
    memset(none, 0, sizeof none);
    if (syscall(SYS_capset, &header, none) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        die("cannot give up privileges");
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

static int take_kit(struct slot *slot, const struct request *request, const unsigned char *bytes) {
    if (request->kit_length == 0) {
        return slot->kit >= 0 && slot->kit_id == request->kit_id ? 0 : -1;
    }
    int kit = slot_memory("kit", bytes, request->kit_length);
    if (kit < 0) {
        return -1;
    }
    slot_end_judge(slot);
    if (slot->kit >= 0) {
        close(slot->kit);
    }
    slot->kit = kit;
    slot->kit_id = request->kit_id;
    return 0;
}

static int answer(struct slot *slot, const struct findings *findings) {
    const struct result *result = &findings->result;
    uint32_t length = (uint32_t)sizeof *result + result->packets_length + result->output_length;
    unsigned char head[sizeof length + sizeof *result];
    memcpy(head, &length, sizeof length);
    memcpy(head + sizeof length, result, sizeof *result);
    return write_fully(slot->results, head, sizeof head) != 0
            || write_fully(slot->results, findings->packets, result->packets_length) != 0
            || write_fully(slot->results, findings->output, result->output_length) != 0
        ? -1
        : 0;
}

static int serve_one(struct slot *slot, struct findings *findings) {
    uint32_t length;
    struct request request;
    if (read_fully(slot->commands, &length, sizeof length) != 0) {
        return -1;
    }
    errno = 0;
    if (length < sizeof request || length > MAX_FRAME) {
        die("a frame of %u bytes", length);
    }
    if (read_fully(slot->commands, &request, sizeof request) != 0) {
        return -1;
    }
    size_t rest = length - sizeof request;
    if ((uint64_t)request.kit_length + request.program_length != rest) {
        die("a frame whose lengths disagree");
    }
    unsigned char *bytes = malloc(rest + 1);
    if (bytes == NULL) {
        die("no memory for a frame of %u bytes", length);
    }
    if (read_fully(slot->commands, bytes, rest) != 0) {
        free(bytes);
        return -1;
    }
    memset(&findings->result, 0, sizeof findings->result);
    findings->result.id = request.id;
    if (take_kit(slot, &request, bytes) == 0) {
        sample_judge(slot, &request, bytes + request.kit_length, findings);
    } else {
        findings->result.cause = CAUSE_NOT_STARTED;
    }
    free(bytes);
    return answer(slot, findings);
}

static void say_hello(const struct slot *slot) {
    char text[256];
    int length = snprintf(text, sizeof text, "{\"protocol\":1,\"python\":\"%s\",\"cgroup\":%d,\"asRoot\":%s}",
                          slot->version, slot->cgroup->version, slot->settings->as_root ? "true" : "false");
    uint32_t size = (uint32_t)length;
    if (write_fully(slot->results, &size, sizeof size) != 0 || write_fully(slot->results, text, size) != 0) {
        _exit(0);
    }
}

/* Standard input and output belong to the JVM's frames alone: nothing else may find them at their usual numbers. */
static void take_channel(struct slot *slot) {
    slot->nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    slot->commands = fcntl(0, F_DUPFD_CLOEXEC, 8);
    slot->results = fcntl(1, F_DUPFD_CLOEXEC, 8);
    if (slot->nothing < 0 || slot->commands < 0 || slot->results < 0 || dup2(slot->nothing, 0) < 0
        || dup2(2, 1) < 0) {
        die("cannot take over the channel");
    }
}

static void supervise(const struct settings *settings, struct cgroup *cgroup) {
    static struct findings findings;
    struct slot slot = {.settings = settings, .cgroup = cgroup, .kit = -1, .judge_socket = -1};
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, NULL, 0, 0, 0);
    if (settings->isolated) {
        if (!settings->as_root) {
            map_ids(settings->own_uid, settings->own_gid);
        }
        if (sethostname("sandbox", strlen("sandbox")) != 0) {
            die("cannot set the host name");
        }
        slot.proc = root_enter(settings, &slot.own_proc);
        errno = 0;
        if (!slot.own_proc && cgroup->version == 0) {
            die("nothing can count memory here: neither a control group nor a new proc file system is allowed");
        }
    } else {
        slot.proc = root_proc();
        if (settings->as_root && chown(settings->root, settings->uid, settings->uid) != 0) {
            die("cannot give %s away", settings->root);
        }
        prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    }
    drop_privileges(settings);
    if (!settings->isolated && !settings->as_root) {
        slot.other_threads = guard_threads(slot.proc, settings->own_uid) + SLACK_THREADS;
    }
    take_channel(&slot);
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_SETMASK, &child, NULL);
    slot.signals = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
    if (slot.signals < 0) {
        die("cannot watch for signals");
    }
    slot_start(&slot);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    say_hello(&slot);
    while (serve_one(&slot, &findings) == 0) {
    }
    slot_end_judge(&slot);
    slot_end_child(&slot, slot.zygote, NULL);
    if (!settings->isolated) {
        slot_clear_box(&slot);
        if (chdir(settings->root) == 0) {
            rmdir(BARE_BOX);
        }
    }
    _exit(0);
}

/* Waits for the supervisor, kills it when told to stop, and cleans up. */
static int keep(pid_t supervisor, const sigset_t *signals, const struct cgroup *cgroup) {
    for (;;) {
        siginfo_t info;
        int signal = sigwaitinfo(signals, &info);
        if (signal == SIGTERM) {
            kill(supervisor, SIGKILL);
        }
        int status = 0;
        if (signal == SIGCHLD && waitpid(supervisor, &status, WNOHANG) == supervisor) {
            cgroup_remove(cgroup);
            return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
        }
    }
}

int main(int count, char **arguments) {
    struct settings settings;
    struct cgroup cgroup;
    read_settings(&settings, count, arguments);
    setsid();
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGCHLD);
    sigprocmask(SIG_BLOCK, &signals, NULL);
    cgroup_make(&cgroup);
    unsigned long flags = SIGCHLD;
    if (settings.isolated) {
        flags |= NAMESPACES | (settings.as_root ? 0 : CLONE_NEWUSER);
    }
    pid_t supervisor = (pid_t)syscall(SYS_clone, flags, NULL, NULL, NULL, 0L);
    if (supervisor == 0) {
        supervise(&settings, &cgroup);
    }
    if (supervisor < 0) {
        int error = errno;
        cgroup_remove(&cgroup);
        errno = error;
        die("cannot make namespaces");
    }
    close(0);
    close(1);
    return keep(supervisor, &signals, &cgroup);
}
