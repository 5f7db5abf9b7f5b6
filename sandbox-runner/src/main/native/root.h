/* The clean root: what a sample can see of the file system. */
#ifndef ASSAY_ROOT_H
#define ASSAY_ROOT_H

#include "settings.h"

/*
 * Builds the root in the calling process' own mount namespace and moves into it: a read-only tmpfs with read-only
 * recursive binds of the interpreter's closure, a synthetic /etc, five devices, and the mount point of the box.
 * Returns a descriptor of a proc file system that is mounted nowhere; `own` says whether it shows the caller's pid namespace
 * or, where a container masks /proc, the one around it.
 */
int root_enter(const struct settings *settings, int *own);

/* Without namespaces: just a descriptor of /proc. */
int root_proc(void);

#endif
