/* Which ledsaga this is. */
#ifndef LEDSAGA_VERSION_H
#define LEDSAGA_VERSION_H

#define LEDSAGA_VERSION "0.6.0"

#endif
