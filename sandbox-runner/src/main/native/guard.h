/* Memory of a sample where no control group counts it. */
#ifndef ASSAY_GUARD_H
#define ASSAY_GUARD_H

#include <stdint.h>
#include <sys/types.h>

/* Resident kilobytes of all processes of this proc file system but three; 0 when it cannot be read. */
uint64_t guard_kilobytes(int proc, pid_t supervisor, pid_t zygote, pid_t judge);

#endif
