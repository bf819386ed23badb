/* The JSON Schemas of models/, put into the program when it is built. */
#ifndef APP_SCHEMA_H
#define APP_SCHEMA_H

struct schema {
    const char *name; /* "unit" */
    const char *const *lines; /* ended by NULL */
};

extern const struct schema SCHEMAS[];
extern const int SCHEMA_COUNT;

#endif
