/* The libraries behind the formats. */
#ifndef ADAPTERS_LIBRARIES_H
#define ADAPTERS_LIBRARIES_H

/* Their versions: "2.14", "3.0". */
const char *library_json(void);
const char *library_calendar(void);

#endif
