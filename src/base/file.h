/* Whole files in, whole files out. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"

#include <stdint.h>

/* The whole file with a final zero byte that *length does not count. UNREADABLE
 * if it cannot be opened or is larger than FILE_MOST bytes. */
enum { FILE_MOST = 1 << 28 };
enum status file_read(struct arena *a, const char *path, char **data,
                      size_t *length, struct faults *f);

/* The same of standard input, to its end. */
enum status input_read(struct arena *a, char **data, size_t *length, struct faults *f);

/* The old file or the new one, never half: temporary file in the same folder,
 * fsync, rename, fsync of the folder. A symbolic link stays and its file is
 * replaced; a device or a FIFO is written to as it is. UNWRITABLE otherwise. */
enum status file_write(const char *path, const char *data, size_t length,
                       struct faults *f);

/* The same for what can be made again: the disk is not waited for. */
enum status file_write_soon(const char *path, const char *data, size_t length,
                            struct faults *f);

/* The same for what only its owner may read (0600): secrets and their like. */
enum status file_write_private(const char *path, const char *data, size_t length,
                               struct faults *f);

/* Say that the file was last changed then (seconds since 1970). */
enum status file_touch(const char *path, int64_t utc, struct faults *f);

/* OK where file_write may make or replace the file, as far as can be told
 * beforehand; UNWRITABLE otherwise. */
enum status file_replaceable(const char *path, struct faults *f);

/* For writers that insist on writing to a path themselves: a temporary name in
 * the same folder, to be put in place or thrown away. */
enum status file_begin(struct arena *a, const char *path, char **temporary,
                       struct faults *f);
enum status file_commit(const char *temporary, const char *path,
                        struct faults *f);
void file_abandon(const char *temporary);

/* One line (without its newline) at the end of a file that is made if missing;
 * whole lines even when two programs append. */
enum status file_append_line(const char *path, const char *line,
                             struct faults *f);

/* Make a folder and those above it; an existing one is fine. */
enum status folder_make(const char *path, struct faults *f);
bool file_exists(const char *path);
/* It is there and has just these bytes. */
bool file_same(const char *path, const char *data, size_t length);
/* What was renamed in it is certain to outlive a power cut. Some file systems refuse: nothing
 * to do then. */
void folder_sync(const char *path);
/* Is one folder the other, or somewhere below it? Links are followed; what is not there yet
 * counts as where it would be. */
bool folder_within(struct arena *a, const char *inner, const char *outer);
int64_t file_changed_utc(const char *path); /* seconds since 1970; 0 if there is none */
/* Keep other runs of the program out of a folder until this one ends. EXISTS if one is
 * there already; file systems without locks cannot tell. */
enum status folder_lock(const char *path, struct faults *f);
/* The same, but waits for the other one. */
enum status folder_lock_wait(const char *path, struct faults *f);
/* The same until it is given back. */
enum status folder_lock_awhile(const char *path, int *lock_held, struct faults *f);
void folder_unlock(int lock_held);

uint64_t hash_bytes(uint64_t seed, const void *data, size_t length); /* FNV-1a, not for secrets */
uint64_t hash_number(uint64_t seed, int64_t value); /* its eight bytes, lowest first */
#define HASH_START 0xcbf29ce484222325u

#endif
