#define _GNU_SOURCE
#include "cgroup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MOUNT "/sys/fs/cgroup"
#define PREFIX "assay-slot-"

static int open_in(const char *directory, const char *name, int flags) {
    char path[600];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    return open(path, flags | O_CLOEXEC);
}

/* The group this process is in, for a controller of version 1 or for "" in version 2; "" when unknown. */
static void own_group(const char *controller, char *path, size_t size) {
    path[0] = '\0';
    FILE *file = fopen("/proc/self/cgroup", "re");
    if (file == NULL) {
        return;
    }
    char line[512];
    while (fgets(line, sizeof line, file) != NULL) {
        char *names = strchr(line, ':');
        char *where = names == NULL ? NULL : strchr(names + 1, ':');
        if (where == NULL) {
            continue;
        }
        *where = '\0';
        if (strcmp(names + 1, controller) == 0) {
            where[1 + strcspn(where + 1, "\n")] = '\0';
            snprintf(path, size, "%s", strcmp(where + 1, "/") == 0 ? "" : where + 1);
        }
    }
    fclose(file);
}

/* Groups named after keepers that are gone. */
static void sweep(const char *parent) {
    DIR *directory = opendir(parent);
    if (directory == NULL) {
        return;
    }
    struct dirent *entry;
    while ((entry = readdir(directory)) != NULL) {
        if (strncmp(entry->d_name, PREFIX, strlen(PREFIX)) == 0) {
            pid_t keeper = (pid_t)atol(entry->d_name + strlen(PREFIX));
            if (keeper > 0 && kill(keeper, 0) != 0 && errno == ESRCH) {
                char path[800];
                snprintf(path, sizeof path, "%s/%s", parent, entry->d_name);
                rmdir(path);
            }
        }
    }
    closedir(directory);
}

/* Makes a child of the own group, or of the hierarchy's top where the own one cannot be seen from here. */
static int make_child(const char *hierarchy, const char *controller, char *made, size_t size) {
    char own[256], parent[400];
    own_group(controller, own, sizeof own);
    snprintf(parent, sizeof parent, "%s%s", hierarchy, own);
    if (access(parent, W_OK) != 0) {
        snprintf(parent, sizeof parent, "%s", hierarchy);
    }
    sweep(parent);
    snprintf(made, size, "%s/" PREFIX "%d", parent, getpid());
    return mkdir(made, 0755);
}

static int make_version_1(struct cgroup *cgroup) {
    if (make_child(MOUNT "/memory", "memory", cgroup->memory, sizeof cgroup->memory) != 0) {
        return -1;
    }
    if (make_child(MOUNT "/pids", "pids", cgroup->pids, sizeof cgroup->pids) != 0) {
        rmdir(cgroup->memory);
        return -1;
    }
    cgroup->version = 1;
    cgroup->memory_limit = open_in(cgroup->memory, "memory.limit_in_bytes", O_WRONLY);
    cgroup->pids_limit = open_in(cgroup->pids, "pids.max", O_WRONLY);
    cgroup->events = open_in(cgroup->memory, "memory.oom_control", O_RDONLY);
    cgroup->usage = open_in(cgroup->memory, "memory.usage_in_bytes", O_RDONLY);
    return 0;
}

/* In version 2 processes live in leaves only, so the slot's group is made at the top, beside the service's. */
static int make_version_2(struct cgroup *cgroup) {
    if (access(MOUNT "/cgroup.controllers", R_OK) != 0) {
        return -1;
    }
    sweep(MOUNT);
    snprintf(cgroup->memory, sizeof cgroup->memory, MOUNT "/" PREFIX "%d", getpid());
    if (mkdir(cgroup->memory, 0755) != 0) {
        return -1;
    }
    snprintf(cgroup->pids, sizeof cgroup->pids, "%s", cgroup->memory);
    cgroup->version = 2;
    cgroup->memory_limit = open_in(cgroup->memory, "memory.max", O_WRONLY);
    cgroup->pids_limit = open_in(cgroup->pids, "pids.max", O_WRONLY);
    cgroup->events = open_in(cgroup->memory, "memory.events", O_RDONLY);
    cgroup->usage = open_in(cgroup->memory, "memory.current", O_RDONLY);
    int swap = open_in(cgroup->memory, "memory.swap.max", O_WRONLY);
    if (swap >= 0) {
        if (write(swap, "0", 1) != 1) {
            /* A kernel without swap accounting has no swap to keep a sample out of. */
        }
        close(swap);
    }
    return 0;
}

void cgroup_make(struct cgroup *cgroup) {
    memset(cgroup, 0, sizeof *cgroup);
    cgroup->memory_procs = cgroup->pids_procs = cgroup->memory_limit = cgroup->pids_limit = cgroup->events = -1;
    cgroup->usage = cgroup->statistics = -1;
    if (make_version_1(cgroup) != 0 && make_version_2(cgroup) != 0) {
        return;
    }
    cgroup->memory_procs = open_in(cgroup->memory, "cgroup.procs", O_WRONLY);
    cgroup->pids_procs = cgroup->version == 1 ? open_in(cgroup->pids, "cgroup.procs", O_WRONLY) : -1;
    cgroup->statistics = open_in(cgroup->memory, "memory.stat", O_RDONLY);
    if (cgroup->usage < 0 || cgroup->statistics < 0 || cgroup->memory_limit < 0 || cgroup->pids_limit < 0 || cgroup->events < 0 || cgroup->memory_procs < 0) {
        cgroup_remove(cgroup);
        cgroup->version = 0;
    }
}

void cgroup_join(const struct cgroup *cgroup) {
    if (cgroup->version == 0) {
        return;
    }
    if (write(cgroup->memory_procs, "0", 1) != 1 || (cgroup->version == 1 && write(cgroup->pids_procs, "0", 1) != 1)) {
        _exit(3);
    }
}

void cgroup_limit(struct cgroup *cgroup, uint64_t bytes, uint32_t pids) {
    char text[32];
    if (cgroup->version == 0) {
        return;
    }
    if (cgroup->set_bytes != bytes) {
        int length = snprintf(text, sizeof text, "%llu", (unsigned long long)bytes);
        if (pwrite(cgroup->memory_limit, text, (size_t)length, 0) == length) {
            cgroup->set_bytes = bytes;
        }
    }
    if (cgroup->set_pids != pids) {
        int length = snprintf(text, sizeof text, "%u", pids);
        if (pwrite(cgroup->pids_limit, text, (size_t)length, 0) == length) {
            cgroup->set_pids = pids;
        }
    }
}

/* The number behind a name at the start of a line; behind nothing the first number. 0 when it is not there. */
static uint64_t number(int fd, const char *name) {
    char text[8192] = "\n";
    ssize_t length = pread(fd, text + 1, sizeof text - 2, 0);
    if (length <= 0) {
        return 0;
    }
    text[length + 1] = '\0';
    char line[32];
    snprintf(line, sizeof line, "\n%s", name);
    const char *found = strstr(text, line);
    return found == NULL ? 0 : strtoull(found + strlen(line), NULL, 10);
}

uint64_t cgroup_kills(const struct cgroup *cgroup) {
    return cgroup->version == 0 ? 0 : number(cgroup->events, "oom_kill ");
}

static uint64_t unreclaimable(const struct cgroup *cgroup) {
    return cgroup->version == 1 ? number(cgroup->statistics, "rss ") + number(cgroup->statistics, "shmem ")
                                : number(cgroup->statistics, "anon ") + number(cgroup->statistics, "shmem ");
}

int cgroup_settle(const struct cgroup *cgroup, uint64_t bytes) {
    const struct timespec pause = {.tv_nsec = 2000000};
    for (int attempt = 0; cgroup->version != 0 && attempt < 1000; attempt++) {
        if (number(cgroup->usage, "") < bytes || unreclaimable(cgroup) < bytes) {
            return 0;
        }
        nanosleep(&pause, NULL);
    }
    return cgroup->version == 0 ? 0 : -1;
}

void cgroup_remove(const struct cgroup *cgroup) {
    const struct timespec pause = {.tv_nsec = 2000000};
    for (int attempt = 0; cgroup->version != 0 && attempt < 500; attempt++) {
        int left = rmdir(cgroup->memory) != 0 && errno == EBUSY;
        left |= cgroup->version == 1 && rmdir(cgroup->pids) != 0 && errno == EBUSY;
        if (!left) {
            return;
        }
        nanosleep(&pause, NULL);
    }
}
