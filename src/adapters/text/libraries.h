/* The libraries behind formats and servers. */
#ifndef ADAPTERS_LIBRARIES_H
#define ADAPTERS_LIBRARIES_H

/* Their versions: "2.14", "7.88.1". */
const char *library_json(void);
const char *library_network(void);

#endif
