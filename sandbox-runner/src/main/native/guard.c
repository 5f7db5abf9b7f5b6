#define _GNU_SOURCE
#include "guard.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void add_process(struct usage *usage, int proc, const char *pid) {
    char name[64], text[1024];
    unsigned long user, system;
    long waited_user, waited_system, pages;
    snprintf(name, sizeof name, "%.32s/stat", pid);
    int fd = openat(proc, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return;
    }
    ssize_t length = read(fd, text, sizeof text - 1);
    close(fd);
    if (length <= 0) {
        return;
    }
    text[length] = '\0';
    /* The name of the program stands in brackets and may hold anything, brackets too. */
    const char *rest = strrchr(text, ')');
    if (rest != NULL
        && sscanf(rest + 1,
                  " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %ld %ld %*d %*d %*d %*d %*u %*u %ld", &user,
                  &system, &waited_user, &waited_system, &pages)
            == 5) {
        uint64_t ticks = user + system + (uint64_t)waited_user + (uint64_t)waited_system;
        usage->cpu_micros += ticks * 1000000u / (uint64_t)sysconf(_SC_CLK_TCK);
        usage->kilobytes += (uint64_t)pages * ((uint64_t)sysconf(_SC_PAGESIZE) / 1024);
    }
}

static uint32_t threads_of(int proc, const char *pid, uid_t uid) {
    char name[64], text[1024];
    struct stat status;
    long threads;
    snprintf(name, sizeof name, "%.32s/stat", pid);
    int fd = openat(proc, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return 0;
    }
    ssize_t length = fstat(fd, &status) == 0 && status.st_uid == uid ? read(fd, text, sizeof text - 1) : 0;
    close(fd);
    if (length <= 0) {
        return 0;
    }
    text[length] = '\0';
    const char *rest = strrchr(text, ')');
    const char *format = " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %ld";
    return rest != NULL && sscanf(rest + 1, format, &threads) == 1 && threads > 0 ? (uint32_t)threads : 0;
}

uint32_t guard_threads(int proc, uid_t uid) {
    int copy = openat(proc, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *directory = copy < 0 ? NULL : fdopendir(copy);
    uint32_t threads = 0;
    if (directory == NULL) {
        return 0;
    }
    struct dirent *entry;
    while ((entry = readdir(directory)) != NULL) {
        if (atol(entry->d_name) > 0) {
            threads += threads_of(proc, entry->d_name, uid);
        }
    }
    closedir(directory);
    return threads;
}

struct usage guard_usage(int proc, pid_t supervisor, pid_t zygote, pid_t judge) {
    struct usage usage = {0, 0};
    int copy = openat(proc, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *directory = copy < 0 ? NULL : fdopendir(copy);
    if (directory == NULL) {
        return usage;
    }
    struct dirent *entry;
    while ((entry = readdir(directory)) != NULL) {
        pid_t pid = (pid_t)atol(entry->d_name);
        if (pid > 0 && pid != supervisor && pid != zygote && pid != judge) {
            add_process(&usage, proc, entry->d_name);
        }
    }
    closedir(directory);
    return usage;
}
