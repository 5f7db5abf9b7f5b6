#define _GNU_SOURCE
#include "slot.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ANSWER_MILLIS 10000
#define WARM_UP_MILLIS 60000
#define JUDGE_MEMORY (4ull << 30)

uint64_t now_micros(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

uint64_t slot_cpu_micros(pid_t pid) {
    struct timespec used;
    clockid_t clock;
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0) {
        return 0;
    }
    return (uint64_t)used.tv_sec * 1000000u + (uint64_t)used.tv_nsec / 1000u;
}

int read_fully(int fd, void *buffer, size_t length) {
    char *at = buffer;
    while (length > 0) {
        ssize_t count = read(fd, at, length);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return -1;
        }
        at += count;
        length -= (size_t)count;
    }
    return 0;
}

int write_fully(int fd, const void *buffer, size_t length) {
    const char *at = buffer;
    while (length > 0) {
        ssize_t count = write(fd, at, length);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return -1;
        }
        at += count;
        length -= (size_t)count;
    }
    return 0;
}

int slot_memory(const char *name, const void *bytes, size_t length) {
    int fd = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (fd < 0) {
        return -1;
    }
    if (write_fully(fd, bytes, length) != 0 || fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK) != 0) {
        int error = errno;
        close(fd);
        errno = error;
        return -1;
    }
    return fd;
}

static int await(int fd, int millis) {
    struct pollfd wait = {.fd = fd, .events = POLLIN};
    int ready;
    do {
        ready = poll(&wait, 1, millis);
    } while (ready < 0 && errno == EINTR);
    return ready == 1 ? 0 : -1;
}

static void run_zygote(struct slot *slot, int socket) {
    char *environment[] = {
        "PATH=/usr/local/bin:/usr/bin:/bin", NULL, NULL, "LANG=C.UTF-8", "TZ=UTC",
        "PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1", "PYTHONNOUSERSITE=1", "PYTHONUTF8=1",
        "OPENBLAS_NUM_THREADS=1", "OMP_NUM_THREADS=1", "MKL_NUM_THREADS=1", NULL};
    char home[PATH_MAX + 16], temporary[PATH_MAX + 16];
    const char *box = slot->settings->isolated ? "/tmp" : slot->settings->root;
    const char *below = slot->settings->isolated ? "" : "/" BARE_BOX;
    snprintf(home, sizeof home, "HOME=%s%s", box, below);
    snprintf(temporary, sizeof temporary, "TMPDIR=%s%s", box, below);
    environment[1] = home;
    environment[2] = temporary;
    const char *code = slot->settings->isolated ? CODE_DIRECTORY : slot->settings->code;
    char start[1024];
    snprintf(start, sizeof start,
             "import sys; sys.path.insert(0, '%s'); from assay_box import zygote; zygote.main('%s/libassay.so')", code,
             code);
    char *arguments[] = {(char *)slot->settings->python, "-c", start, NULL};

    if (!slot->settings->isolated && chdir(slot->settings->root) != 0) {
        die("cannot enter %s", slot->settings->root);
    }
    cgroup_join(slot->cgroup);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    write_file(slot->proc, "self/oom_score_adj", "500");
    int proc = fcntl(slot->proc, F_DUPFD, 16);
    int moved = fcntl(socket, F_DUPFD, 16);
    if (proc < 0 || moved < 0 || dup2(slot->nothing, 0) < 0 || dup2(2, 1) < 0 || dup2(moved, ZYGOTE_SOCKET) < 0
        || dup2(proc, ZYGOTE_PROC) < 0) {
        die("cannot place the zygote's descriptors");
    }
    for (int fd = ZYGOTE_PROC + 1; fd < 256; fd++) {
        close(fd);
    }
    execve(slot->settings->python, arguments, environment);
    die("cannot start the interpreter %s", slot->settings->python);
}

void slot_start(struct slot *slot) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
        die("cannot make a socket pair");
    }
    slot->zygote = fork();
    if (slot->zygote < 0) {
        die("cannot fork");
    }
    if (slot->zygote == 0) {
        run_zygote(slot, pair[1]);
    }
    close(pair[1]);
    slot->zygote_socket = pair[0];
    ssize_t length = -1;
    if (await(pair[0], WARM_UP_MILLIS) == 0) {
        length = recv(pair[0], slot->version, sizeof slot->version - 1, 0);
    }
    if (length <= 0) {
        errno = 0;
        die("the interpreter %s did not get ready", slot->settings->python);
    }
}

pid_t slot_spawn(struct slot *slot, const struct spawn_order *order, const int *fds, int count) {
    struct iovec part = {.iov_base = (void *)order, .iov_len = sizeof *order};
    union {
        struct cmsghdr header;
        char space[CMSG_SPACE(sizeof(int) * ORDER_MAX_FDS)];
    } control;
    memset(&control, 0, sizeof control);
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = &control,
                             .msg_controllen = CMSG_SPACE(sizeof(int) * (size_t)count)};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int) * (size_t)count);
    memcpy(CMSG_DATA(header), fds, sizeof(int) * (size_t)count);
    struct spawn_answer answer;
    if (sendmsg(slot->zygote_socket, &message, MSG_NOSIGNAL) != (ssize_t)sizeof *order
        || await(slot->zygote_socket, ANSWER_MILLIS) != 0
        || recv(slot->zygote_socket, &answer, sizeof answer, 0) != (ssize_t)sizeof answer) {
        errno = 0;
        die("the zygote does not answer");
    }
    errno = answer.error;
    return answer.pid;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *where) {
    (void)status;
    (void)kind;
    (void)where;
    return remove(path) != 0 && errno == EACCES;
}

void slot_clear_box(const struct slot *slot) {
    char path[PATH_MAX];
    if (slot->settings->isolated) {
        return;
    }
    snprintf(path, sizeof path, "%s/" BARE_BOX, slot->settings->root);
    nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    if (mkdir(path, 0700) != 0 && errno != EEXIST) {
        die("cannot create %s", path);
    }
}

int slot_need_judge(struct slot *slot) {
    if (slot->judge > 0 && slot->judge_kit_id == slot->kit_id) {
        return 0;
    }
    slot_end_judge(slot);
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) {
        return -1;
    }
    struct spawn_order order = {
        .kind = CHILD_JUDGE,
        .isolated = (uint32_t)slot->settings->isolated,
        .processes = 64,
        .box_megabytes = 16,
        .memory_bytes = JUDGE_MEMORY,
        .file_bytes = 16u << 20,
    };
    int fds[] = {slot->kit, pair[1], slot->nothing};
    slot->judge = slot_spawn(slot, &order, fds, 3);
    int error = errno;
    close(pair[1]);
    if (slot->judge < 0) {
        close(pair[0]);
        slot->judge = 0;
        errno = error;
        return -1;
    }
    slot->judge_socket = pair[0];
    slot->judge_kit_id = slot->kit_id;
    return 0;
}

void slot_end_judge(struct slot *slot) {
    if (slot->judge > 0) {
        slot_end_child(slot, slot->judge, NULL);
        close(slot->judge_socket);
        slot->judge = 0;
        slot->judge_socket = -1;
    }
}

void slot_end_orphans(const struct slot *slot, pid_t child) {
    kill(-child, SIGKILL);
    for (int round = 0; round < 100; round++) {
        char text[4096];
        int fd = openat(slot->proc, "thread-self/children", O_RDONLY | O_CLOEXEC);
        ssize_t length = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
        if (fd >= 0) {
            close(fd);
        }
        if (length <= 0) {
            return;
        }
        text[length] = '\0';
        int found = 0;
        char *rest = NULL;
        for (char *word = strtok_r(text, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest)) {
            pid_t pid = (pid_t)atol(word);
            if (pid > 0 && pid != child && pid != slot->zygote && pid != slot->judge) {
                kill(pid, SIGKILL);
                waitpid(pid, NULL, 0);
                found = 1;
            }
        }
        if (!found) {
            return;
        }
    }
}

int slot_end_child(struct slot *slot, pid_t pid, struct rusage *usage) {
    int status = 0;
    kill(pid, SIGKILL);
    while (wait4(pid, &status, 0, usage) < 0 && errno == EINTR) {
    }
    if (!slot->settings->isolated) {
        slot_end_orphans(slot, pid);
    }
    return status;
}
