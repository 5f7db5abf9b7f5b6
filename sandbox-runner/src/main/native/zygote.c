/*
 * The part of the zygote that is not Python: takes orders, clones children, shuts them in. Loaded by the interpreter
 * with ctypes.PyDLL, so the GIL is held throughout and no Python header is needed. The interpreter has one thread and is
 * in the same state on both sides of the clone, so it need not be told of it (PyOS_AfterFork_Child would touch 50 pages).
 * The zygote never reads what the descriptors hold: a child inherits its memory, and must find nothing there.
 */
#define _GNU_SOURCE
#include "common.h"
#include "filter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef PR_GET_TID_ADDRESS
#define PR_GET_TID_ADDRESS 40
#endif

#define NAMESPACES (CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS)

static int *tid_slot;
static char uid_map[64];
static char gid_map[64];

/* Where glibc keeps the thread's id: a raw clone has to renew it, or raise() and abort() go astray. */
static int *find_tid_slot(void) {
    int *slot = NULL;
    if (prctl(PR_GET_TID_ADDRESS, &slot, 0, 0, 0) == 0 && slot != NULL && *slot == gettid()) {
        return slot;
    }
    return NULL;
}

static pid_t clone_child(int isolated) {
    unsigned long flags = CLONE_PARENT | SIGCHLD | (isolated ? NAMESPACES : 0);
    if (tid_slot != NULL) {
        flags |= CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID;
    }
#if defined(__aarch64__)
    return (pid_t)syscall(SYS_clone, flags, NULL, NULL, 0L, tid_slot);
#else
    return (pid_t)syscall(SYS_clone, flags, NULL, NULL, tid_slot, 0L);
#endif
}

/* A child that cannot be shut in must not run: its exit status names the step. */
static void require(int done, int step) {
    if (!done) {
        _exit(100 + step);
    }
}

static int write_proc(int proc, const char *name, const char *text) {
    int fd = openat(proc, name, O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        return 0;
    }
    ssize_t written = write(fd, text, strlen(text));
    close(fd);
    return written == (ssize_t)strlen(text);
}

static void enter_own_user(int proc) {
    require(write_proc(proc, "self/setgroups", "deny"), 1);
    require(write_proc(proc, "self/gid_map", gid_map), 2);
    require(write_proc(proc, "self/uid_map", uid_map), 3);
}

static void mount_box(unsigned megabytes) {
    char options[96];
    snprintf(options, sizeof options, "size=%um,nr_inodes=4096,mode=755", megabytes);
    require(mount("box", BOX_DIRECTORY, "tmpfs", MS_NOSUID | MS_NODEV, options) == 0, 4);
    require(mkdir(BOX_DIRECTORY "/tmp", 0700) == 0 && mkdir(BOX_DIRECTORY "/shm", 0700) == 0, 5);
    require(chdir(BOX_DIRECTORY "/tmp") == 0, 6);
}

static void limit(int resource, rlim_t value) {
    struct rlimit now;
    if (getrlimit(resource, &now) == 0 && now.rlim_max < value) {
        value = now.rlim_max;
    }
    struct rlimit rlimit = {.rlim_cur = value, .rlim_max = value};
    require(setrlimit(resource, &rlimit) == 0, 7);
}

static void set_limits(const struct spawn_order *order) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NPROC, order->processes);
    limit(RLIMIT_FSIZE, order->file_bytes);
    limit(RLIMIT_NOFILE, 256);
    limit(RLIMIT_STACK, 8u << 20);
    limit(RLIMIT_MEMLOCK, 64u << 10);
    limit(RLIMIT_MSGQUEUE, 64u << 10);
    if (order->memory_bytes != 0) {
        limit(RLIMIT_AS, order->memory_bytes);
    }
    if (order->cpu_seconds != 0) {
        limit(RLIMIT_CPU, order->cpu_seconds);
    }
}

static void place_descriptors(const int *fds, int count) {
    int moved[ORDER_MAX_FDS];
    for (int i = 0; i < count; i++) {
        moved[i] = fcntl(fds[i], F_DUPFD, 32);
        require(moved[i] >= 0, 8);
    }
    require(dup2(moved[count - 1], 1) == 1 && dup2(moved[count - 1], 2) == 2, 8);
    for (int i = 0; i < count - 1; i++) {
        require(dup2(moved[i], CHILD_FIRST_FD + i) == CHILD_FIRST_FD + i, 8);
    }
    unsigned first = CHILD_FIRST_FD + (unsigned)count - 1;
#ifdef SYS_close_range
    if (syscall(SYS_close_range, first, ~0U, 0) == 0) {
        return;
    }
#endif
    for (int fd = (int)first; fd < 1024; fd++) {
        close(fd);
    }
}

static void drop_privileges(void) {
    for (int capability = 0; capability < 64; capability++) {
        if (prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0) {
            break;
        }
    }
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[2];
    memset(none, 0, sizeof none);
    require(syscall(SYS_capset, &header, none) == 0, 9);
    require(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, 9);
}

static void shut_in(const struct spawn_order *order, const int *fds, int count, int proc) {
    if (order->isolated) {
        enter_own_user(proc);
        mount_box(order->box_megabytes);
    } else {
        require(chdir(BARE_BOX) == 0, 6);
    }
    if (order->kind != CHILD_JUDGE) {
        write_proc(proc, "self/oom_score_adj", "1000");
    }
    setsid();
    place_descriptors(fds, count);
    set_limits(order);
    drop_privileges();
    require(filter_install((int)order->uncounted_memory) == 0, 10);
}

static int receive(int socket, struct spawn_order *order, int *fds) {
    struct iovec part = {.iov_base = order, .iov_len = sizeof *order};
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int) * ORDER_MAX_FDS)];
    } control;
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t length;
    do {
        length = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (length < 0 && errno == EINTR);
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (length != (ssize_t)sizeof *order || header == NULL || header->cmsg_type != SCM_RIGHTS) {
        return -1;
    }
    int count = (int)((header->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    memcpy(fds, CMSG_DATA(header), sizeof(int) * (size_t)count);
    return count;
}

/*
 * Serves orders until the supervisor goes away. In the zygote this never returns but ends the process; it returns in
 * every child, shut in, with the kind of child to be.
 */
int assay_serve(void) {
    filter_prepare();
    tid_slot = find_tid_slot();
    snprintf(uid_map, sizeof uid_map, "1000 %u 1\n", geteuid());
    snprintf(gid_map, sizeof gid_map, "1000 %u 1\n", getegid());
    for (;;) {
        struct spawn_order order;
        int fds[ORDER_MAX_FDS];
        int count = receive(ZYGOTE_SOCKET, &order, fds);
        if (count < 1) {
            _exit(0);
        }
        pid_t pid = clone_child((int)order.isolated);
        int error = errno;
        if (pid == 0) {
            shut_in(&order, fds, count, ZYGOTE_PROC);
            return (int)order.kind;
        }
        for (int i = 0; i < count; i++) {
            close(fds[i]);
        }
        struct spawn_answer answer = {.pid = pid, .error = pid < 0 ? error : 0};
        if (send(ZYGOTE_SOCKET, &answer, sizeof answer, MSG_NOSIGNAL) != (ssize_t)sizeof answer) {
            _exit(0);
        }
    }
}
