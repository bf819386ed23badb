/* Many files of one folder: each is the old one or the new one, never half, as with
 * file_write(), but the disk is waited for once in a few hundred files rather than for
 * each. A program that is killed leaves temporary files behind, which the next one sweeps. */
#ifndef BASE_FILE_BATCH_H
#define BASE_FILE_BATCH_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"

#include <stdint.h>

struct file_batch;

/* folder must be there; it is copied. */
struct file_batch *file_batch_begin(struct arena *a, const char *folder);
/* The file is in place after file_batch_end(), or before. modified_utc: the time of change
 * that it is given. After a fault nothing is waiting any more. */
enum status file_batch_add(struct file_batch *b, const char *name, const char *data,
                           size_t length, int64_t modified_utc, struct faults *f);
enum status file_batch_end(struct file_batch *b, struct faults *f);

/* Remove the temporary files of earlier programs from a folder that is locked. */
void file_batch_sweep(const char *folder);

#endif
