/* JSON that is written as text, for documents too large to be built as a tree first. */
#ifndef ADAPTERS_JSON_TEXT_H
#define ADAPTERS_JSON_TEXT_H

#include "base/text.h"

/* The string with its quotation marks. Bytes that are not UTF-8 become U+FFFD. */
void json_add_string(struct text *t, const char *s);

#endif
