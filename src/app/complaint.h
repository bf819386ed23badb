/* Faults as they are told on stderr. */
#ifndef APP_COMPLAINT_H
#define APP_COMPLAINT_H

#include "ledsaga/status.h"

void complaint_print(const struct faults *f);

#endif
