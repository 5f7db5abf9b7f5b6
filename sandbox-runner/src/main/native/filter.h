/* The system calls that a candidate or a judge may not make. */
#ifndef ASSAY_FILTER_H
#define ASSAY_FILTER_H

/* Builds the two filters; call once, before the first child. */
void filter_prepare(void);

/* Installs the filter on the calling thread for good; needs no_new_privs. Returns 0, or -1 with errno. */
int filter_install(int uncounted_memory);

#endif
