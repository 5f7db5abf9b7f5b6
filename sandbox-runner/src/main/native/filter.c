#define _GNU_SOURCE
#include "filter.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <asm/ioctls.h>

#if defined(__x86_64__)
#define NATIVE_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCH AUDIT_ARCH_AARCH64
#else
#error "the system call filter knows amd64 and arm64 only"
#endif

/* Numbers above this one are unknown to this filter and refused (the x32 ABI lies far above it too). */
#define LAST_KNOWN 462
/* Same number on every architecture since it came late. */
#define CLONE3 435

#define NAMESPACE_FLAGS                                                                                                \
    (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)

#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (offset))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define JUMP(test, value, yes, no) BPF_JUMP(BPF_JMP | (test) | BPF_K, (value), (yes), (no))
#define REFUSE(error) (SECCOMP_RET_ERRNO | (error))
#define ARGUMENT(n) (offsetof(struct seccomp_data, args) + 8 * (n))

/* Numbers below 424 differ between architectures, those from 424 on do not. Sorted before use. */
static const int refused[] = {
    /* other processes' memory and descriptors */
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, 438 /* pidfd_getfd */,
    440 /* process_madvise */, 448 /* process_mrelease */, SYS_move_pages, SYS_migrate_pages,
    /* mounts, roots, namespaces */
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, 428 /* open_tree */,
    429 /* move_mount */, 430 /* fsopen */, 431 /* fsconfig */, 432 /* fsmount */, 433 /* fspick */,
    442 /* mount_setattr */, 457 /* statmount */, 458 /* listmount */, SYS_open_by_handle_at, SYS_name_to_handle_at,
    /* large and young parts of the kernel */
    SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, 425 /* io_uring_setup */, 426 /* io_uring_enter */,
    427 /* io_uring_register */, 447 /* memfd_secret */, SYS_fanotify_init, SYS_fanotify_mark, SYS_seccomp,
    /* keys outlive the process */
    SYS_keyctl, SYS_add_key, SYS_request_key,
    /* the machine itself */
    SYS_kexec_load, SYS_kexec_file_load, SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_reboot, SYS_swapon,
    SYS_swapoff, SYS_acct, SYS_quotactl, 443 /* quotactl_fd */, SYS_syslog, SYS_sethostname, SYS_setdomainname,
    SYS_settimeofday, SYS_clock_settime, SYS_clock_adjtime, SYS_adjtimex, SYS_vhangup, SYS_lookup_dcookie,
    SYS_nfsservctl, SYS_personality,
#if defined(__x86_64__)
    SYS_iopl, SYS_ioperm, SYS_modify_ldt, SYS_uselib, SYS_ustat, SYS_sysfs, SYS__sysctl, SYS_create_module,
    SYS_get_kernel_syms, SYS_query_module,
#endif
};
#define REFUSED_COUNT (sizeof refused / sizeof refused[0])

/* Refused as well where nothing counts the memory behind them, or they would outlive the sample. */
static const int uncounted[] = {SYS_memfd_create, SYS_shmget, SYS_semget, SYS_msgget};
#define UNCOUNTED_COUNT (sizeof uncounted / sizeof uncounted[0])

#define PROGRAM_MAX 1024
struct program {
    struct sock_filter code[PROGRAM_MAX];
    unsigned short length;
};
static struct program counted_program;
static struct program uncounted_program;

static void emit(struct program *program, struct sock_filter instruction) {
    if (program->length == PROGRAM_MAX) {
        abort();
    }
    program->code[program->length++] = instruction;
}

static int ascending(const void *left, const void *right) {
    return *(const int *)left - *(const int *)right;
}

/* A binary search over the sorted numbers: the kernel runs the filter for every number when it is installed. */
static void emit_search(struct program *program, const int *numbers, size_t count) {
    if (count == 0) {
        emit(program, (struct sock_filter)RETURN(SECCOMP_RET_ALLOW));
        return;
    }
    if (count == 1) {
        emit(program, (struct sock_filter)JUMP(BPF_JEQ, (uint32_t)numbers[0], 0, 1));
        emit(program, (struct sock_filter)RETURN(REFUSE(EPERM)));
        emit(program, (struct sock_filter)RETURN(SECCOMP_RET_ALLOW));
        return;
    }
    size_t half = count / 2;
    /* The far side may be more than 255 instructions away, hence the long jump. */
    emit(program, (struct sock_filter)JUMP(BPF_JGE, (uint32_t)numbers[half], 0, 1));
    unsigned short jump = program->length;
    emit(program, (struct sock_filter)BPF_STMT(BPF_JMP | BPF_JA, 0));
    emit_search(program, numbers, half);
    program->code[jump].k = program->length - jump - 1u;
    emit_search(program, numbers + half, count - half);
}

static void build(struct program *program, int with_uncounted) {
    int numbers[REFUSED_COUNT + UNCOUNTED_COUNT];
    size_t count = REFUSED_COUNT;
    memcpy(numbers, refused, sizeof refused);
    if (with_uncounted) {
        memcpy(numbers + count, uncounted, sizeof uncounted);
        count += UNCOUNTED_COUNT;
    }
    qsort(numbers, count, sizeof numbers[0], ascending);

    const struct sock_filter head[] = {
        LOAD(offsetof(struct seccomp_data, arch)),
        JUMP(BPF_JEQ, NATIVE_ARCH, 1, 0),
        RETURN(SECCOMP_RET_KILL_PROCESS),
        LOAD(offsetof(struct seccomp_data, nr)),
        JUMP(BPF_JGT, LAST_KNOWN, 0, 1),
        RETURN(REFUSE(ENOSYS)),
        /* clone3 hides its flags in memory: glibc falls back to clone when it is unknown */
        JUMP(BPF_JEQ, CLONE3, 0, 1),
        RETURN(REFUSE(ENOSYS)),
        JUMP(BPF_JEQ, SYS_clone, 0, 4),
        LOAD(ARGUMENT(0)),
        JUMP(BPF_JSET, NAMESPACE_FLAGS, 0, 1),
        RETURN(REFUSE(EPERM)),
        RETURN(SECCOMP_RET_ALLOW),
        /* no network, no netlink, no vsock: only sockets within the sample */
        JUMP(BPF_JEQ, SYS_socket, 1, 0),
        JUMP(BPF_JEQ, SYS_socketpair, 0, 4),
        LOAD(ARGUMENT(0)),
        JUMP(BPF_JEQ, AF_UNIX, 1, 0),
        RETURN(REFUSE(EACCES)),
        RETURN(SECCOMP_RET_ALLOW),
        /* typing into somebody's terminal */
        JUMP(BPF_JEQ, SYS_ioctl, 0, 5),
        LOAD(ARGUMENT(1)),
        JUMP(BPF_JEQ, TIOCSTI, 1, 0),
        JUMP(BPF_JEQ, 0x541C /* TIOCLINUX */, 0, 1),
        RETURN(REFUSE(EPERM)),
        RETURN(SECCOMP_RET_ALLOW),
    };
    program->length = 0;
    for (size_t i = 0; i < sizeof head / sizeof head[0]; i++) {
        emit(program, head[i]);
    }
    emit_search(program, numbers, count);
}

void filter_prepare(void) {
    build(&counted_program, 0);
    build(&uncounted_program, 1);
}

int filter_install(int uncounted_memory) {
    struct program *program = uncounted_memory ? &uncounted_program : &counted_program;
    struct sock_fprog filter = {.len = program->length, .filter = program->code};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}
