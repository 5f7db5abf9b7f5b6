/* What the command line says, and the small things every part of the supervisor needs. */
#ifndef ASSAY_SETTINGS_H
#define ASSAY_SETTINGS_H

#include <stddef.h>
#include <sys/types.h>

#define MAX_BINDS 64

struct settings {
    const char *python;            /* path of the interpreter, inside the clean root too */
    const char *code;              /* directory with assay_box/ and libassay.so */
    const char *root;              /* empty private directory to build the clean root on */
    const char *binds[MAX_BINDS];  /* paths that the interpreter needs, none below another */
    size_t bind_count;
    int isolated;                  /* 0: level PROCESS */
    int as_root;                   /* started by uid 0 */
    uid_t uid;                     /* whom the supervisor becomes when started as root */
    uid_t own_uid;                 /* who started it */
    gid_t own_gid;
};

/* Ends the process with a message on standard error; errno's text is appended when it is set. */
void die(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

/* Writes a whole small file; returns 0, or -1 with errno. `at` is a directory descriptor or AT_FDCWD. */
int write_file(int at, const char *path, const char *text);

#endif
