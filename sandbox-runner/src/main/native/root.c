#define _GNU_SOURCE
#include "root.h"

#include "common.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *const devices[] = {"null", "zero", "full", "random", "urandom"};

static void join(char *path, const char *base, const char *rest) {
    if (snprintf(path, PATH_MAX, "%s%s", base, rest) >= PATH_MAX) {
        die("path too long: %s%s", base, rest);
    }
}

static void make_directory(const char *path) {
    if (mkdir(path, 0755) != 0 && errno != EEXIST) {
        die("cannot create %s", path);
    }
}

static void make_parents(const char *path, size_t skip) {
    char part[PATH_MAX];
    join(part, path, "");
    for (char *slash = strchr(part + skip + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        make_directory(part);
        *slash = '/';
    }
}

static void make_file(const char *path, const char *text) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text)) {
        die("cannot write %s", path);
    }
    close(fd);
}

static void copy_file(const char *from, const char *to) {
    int in = open(from, O_RDONLY | O_CLOEXEC);
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (in < 0 || out < 0) {
        die("cannot copy %s to %s", from, to);
    }
    char buffer[65536];
    ssize_t length;
    while ((length = read(in, buffer, sizeof buffer)) > 0) {
        if (write(out, buffer, (size_t)length) != length) {
            die("cannot write %s", to);
        }
    }
    if (length < 0) {
        die("cannot read %s", from);
    }
    close(in);
    close(out);
}

/* Copies the files and symbolic links of a directory, not those below it; a missing directory is empty. */
static void copy_flat(const char *from, const char *to) {
    DIR *directory = opendir(from);
    if (directory == NULL) {
        return;
    }
    make_directory(to);
    struct dirent *entry;
    while ((entry = readdir(directory)) != NULL) {
        char source[PATH_MAX + 256], target[PATH_MAX + 256], link[PATH_MAX];
        struct stat status;
        snprintf(source, sizeof source, "%s/%s", from, entry->d_name);
        snprintf(target, sizeof target, "%s/%s", to, entry->d_name);
        if (lstat(source, &status) != 0) {
            continue;
        }
        if (S_ISREG(status.st_mode)) {
            copy_file(source, target);
        } else if (S_ISLNK(status.st_mode)) {
            ssize_t length = readlink(source, link, sizeof link - 1);
            if (length > 0) {
                link[length] = '\0';
                if (symlink(link, target) != 0) {
                    die("cannot link %s", target);
                }
            }
        }
    }
    closedir(directory);
}

/* Flags that a mount has already and that an unprivileged remount may not clear. */
static unsigned long kept_flags(const char *path) {
    struct statvfs status;
    unsigned long flags = 0;
    if (statvfs(path, &status) != 0) {
        die("cannot examine %s", path);
    }
    flags |= (status.f_flag & ST_NOEXEC) ? MS_NOEXEC : 0;
    flags |= (status.f_flag & ST_NOATIME) ? MS_NOATIME : 0;
    flags |= (status.f_flag & ST_NODIRATIME) ? MS_NODIRATIME : 0;
    flags |= (status.f_flag & ST_RELATIME) ? MS_RELATIME : 0;
    return flags;
}

static void make_read_only(const char *path, unsigned long device_flag) {
    unsigned long flags = MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | device_flag | kept_flags(path);
    if (mount(NULL, path, NULL, flags, NULL) != 0) {
        die("cannot make %s read-only", path);
    }
}

/* A mount of /proc/self/mountinfo has its spaces written as \040 and so on. */
static void unescape(char *text) {
    char *out = text;
    for (char *in = text; *in != '\0'; in++) {
        if (in[0] == '\\' && in[1] != '\0' && in[2] != '\0' && in[3] != '\0') {
            *out++ = (char)((in[1] - '0') * 64 + (in[2] - '0') * 8 + (in[3] - '0'));
            in += 3;
        } else {
            *out++ = *in;
        }
    }
    *out = '\0';
}

/* A recursive bind brings the mounts below along; each of them has to be made read-only by itself. */
static void make_all_read_only(const char *path) {
    FILE *mounts = fopen("/proc/self/mountinfo", "re");
    if (mounts == NULL) {
        die("cannot read /proc/self/mountinfo");
    }
    char *line = NULL;
    size_t space = 0, length = strlen(path);
    while (getline(&line, &space, mounts) > 0) {
        char point[PATH_MAX];
        if (sscanf(line, "%*s %*s %*s %*s %4095s", point) != 1) {
            continue;
        }
        unescape(point);
        if (strncmp(point, path, length) == 0 && (point[length] == '/' || point[length] == '\0')) {
            make_read_only(point, MS_NODEV);
        }
    }
    free(line);
    fclose(mounts);
}

/* Makes a path of the host visible at the same place. */
static void show(const char *root, const char *path) {
    char target[PATH_MAX], link[PATH_MAX];
    struct stat status;
    if (lstat(path, &status) != 0) {
        die("cannot find %s", path);
    }
    join(target, root, path);
    make_parents(target, strlen(root));
    if (S_ISLNK(status.st_mode)) {
        ssize_t length = readlink(path, link, sizeof link - 1);
        if (length < 0) {
            die("cannot read the link %s", path);
        }
        link[length] = '\0';
        if (symlink(link, target) != 0) {
            die("cannot link %s", target);
        }
        return;
    }
    if (S_ISDIR(status.st_mode)) {
        make_directory(target);
    } else {
        make_file(target, "");
    }
    if (mount(path, target, NULL, MS_BIND | MS_REC, NULL) != 0) {
        die("cannot bind %s", path);
    }
    make_all_read_only(target);
}

static void make_devices(const char *root) {
    char target[PATH_MAX], source[PATH_MAX];
    join(target, root, "/dev");
    make_directory(target);
    for (size_t i = 0; i < sizeof devices / sizeof devices[0]; i++) {
        snprintf(source, sizeof source, "/dev/%s", devices[i]);
        join(target, root, source);
        make_file(target, "");
        if (mount(source, target, NULL, MS_BIND, NULL) != 0) {
            die("cannot bind %s", source);
        }
    }
}

/* Where the interpreter itself lives below that path, the path stays a directory that nothing can be written to. */
static void make_link(const char *root, const char *path, const char *to) {
    char target[PATH_MAX];
    join(target, root, path);
    if (symlink(to, target) != 0 && errno != EEXIST) {
        die("cannot link %s", target);
    }
}

static void make_etc(const char *root) {
    static const char *const files[][2] = {
        {"/etc/passwd", "sandbox:x:1000:1000::/tmp:/bin/sh\n"},
        {"/etc/group", "sandbox:x:1000:\n"},
        {"/etc/hosts", "127.0.0.1 localhost\n"},
        {"/etc/nsswitch.conf", "passwd: files\ngroup: files\nhosts: files\n"},
    };
    char target[PATH_MAX];
    join(target, root, "/etc");
    make_directory(target);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        join(target, root, files[i][0]);
        make_file(target, files[i][1]);
    }
    join(target, root, "/etc/alternatives");
    copy_flat("/etc/alternatives", target);
    if (access("/etc/ld.so.cache", R_OK) == 0) {
        join(target, root, "/etc/ld.so.cache");
        copy_file("/etc/ld.so.cache", target);
    }
}

static void fill(const struct settings *settings) {
    static const char *const directories[] = {"/proc", "/var", "/home", BOX_DIRECTORY, CODE_DIRECTORY};
    char target[PATH_MAX], source[PATH_MAX];
    for (size_t i = 0; i < sizeof directories / sizeof directories[0]; i++) {
        join(target, settings->root, directories[i]);
        make_directory(target);
    }
    for (size_t i = 0; i < settings->bind_count; i++) {
        show(settings->root, settings->binds[i]);
    }
    join(source, settings->code, "/libassay.so");
    join(target, settings->root, CODE_DIRECTORY "/libassay.so");
    copy_file(source, target);
    join(source, settings->code, "/assay_box");
    join(target, settings->root, CODE_DIRECTORY "/assay_box");
    copy_flat(source, target);
    make_etc(settings->root);
    make_devices(settings->root);
    make_link(settings->root, "/tmp", "box/tmp");
    make_link(settings->root, "/var/tmp", "../box/tmp");
    make_link(settings->root, "/dev/shm", "../box/shm");
}

/*
 * A proc of this pid namespace, detached so that no path leads to it. Where a container masks /proc the kernel refuses a
 * new one; the host's serves as well for writing id maps, though not for watching memory.
 */
static int own_proc(const char *root, int host_proc, int *own) {
    char point[PATH_MAX];
    join(point, root, BOX_DIRECTORY);
    if (mount("proc", point, "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) != 0) {
        *own = 0;
        return host_proc;
    }
    *own = 1;
    int fd = open(point, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || umount2(point, MNT_DETACH) != 0) {
        die("cannot open a proc file system");
    }
    close(host_proc);
    return fd;
}

int root_proc(void) {
    int fd = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        die("cannot open /proc");
    }
    return fd;
}

int root_enter(const struct settings *settings, int *own) {
    int host_proc = root_proc();
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) {
        die("cannot make mounts private");
    }
    if (mount("root", settings->root, "tmpfs", MS_NOSUID, "size=16m,mode=755") != 0) {
        die("cannot mount a tmpfs on %s", settings->root);
    }
    fill(settings);
    int proc = own_proc(settings->root, host_proc, own);
    make_read_only(settings->root, 0);
    if (chdir(settings->root) != 0 || syscall(SYS_pivot_root, ".", ".") != 0 || umount2(".", MNT_DETACH) != 0
        || chdir("/") != 0) {
        die("cannot enter the clean root");
    }
    return proc;
}
