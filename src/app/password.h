/* Who asks a server, and how that is proved. A password is never on the command line,
 * where everybody on the machine can read it. */
#ifndef APP_PASSWORD_H
#define APP_PASSWORD_H

#include "app/command.h"

/* From --user, and --password-file or else LEDSAGA_PASSWORD; NULL both where no user is
 * named. USAGE without a password, or if others may read the file. */
enum status password_read(struct call *call, const char **user, const char **password);

/* The same for a user and a file that stand elsewhere than on the command line; NULL where
 * there is none. */
enum status password_find(struct call *call, const char *user, const char *path,
                          const char **password);

#endif
