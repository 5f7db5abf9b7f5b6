/* The clean root: what a sample can see of the file system. */
#ifndef ASSAY_ROOT_H
#define ASSAY_ROOT_H

#include "settings.h"

/*
 * Builds the root in the calling process' own mount namespace and moves into it: a read-only tmpfs with read-only
 * recursive binds of the interpreter's closure, a synthetic /etc, five devices, and the mount point of the box.
 * Returns a descriptor of a proc file system of the caller's pid namespace that is mounted nowhere.
 */
int root_enter(const struct settings *settings);

/* Without namespaces: just a descriptor of /proc. */
int root_proc(void);

#endif
