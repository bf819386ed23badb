/* What the rows of a table mean: a client's wish or an escort's absence each, or a time at
 * which an escort can work. A row has a name from one import to the next: its id, or who it
 * is about, what and on which day, and which of several such rows it is. So a row whose clock
 * time was changed is the same row. */
#include "adapters/import/import_parts.h"

#include "adapters/text/fold.h"
#include "adapters/import/import_map.h"
#include "adapters/text/nearest.h"
#include "adapters/text/plain.h"
#include "adapters/import/spoken.h"
#include "base/text.h"
#include "model/index.h"

#include <stdlib.h>
#include <string.h>

enum { NIGHT = 12 * HOUR };

struct table_reading {
    struct import_reading *r;
    const struct week *week;
    int document;
    const struct csv_table *table;
    const struct import_map *map;
    int column[FIELD_COUNT]; /* NONE = the table has none */
    enum import_field said[FIELD_COUNT]; /* the field of the map whose column it is */
    const struct csv_row *row;
    int event; /* of the row */
    bool sound; /* nothing was wrong with the row so far */
    int n_others; /* rows of other people */
    struct id_index named; /* what rows were called so far -> place in alike */
    int n_named;
    int *alike; /* [rows of the table]: how many have the name */
    struct id_index wished; /* wishes so far -> line of the row */
};

/* ---- columns ---- */

static int column_of(const struct table_reading *in, const struct import_column *c)
{
    for (int h = 0; h < c->n_headings; h++)
        for (int i = 0; i < in->table->n_columns; i++)
            if (strcmp(fold(in->r->arena, in->table->headings[i]), c->headings[h]) == 0)
                return i;
    return NONE;
}

static bool has(const struct table_reading *in, enum import_field f)
{
    return in->column[f] != NONE;
}

/* A heading that says less than others counts where there is no other. */
static void stand_in(struct table_reading *in, enum import_field f, enum import_field by)
{
    if (in->column[f] != NONE || in->column[by] == NONE)
        return;
    in->column[f] = in->column[by];
    in->said[f] = by;
}

static void columns_find(struct table_reading *in)
{
    struct text unread = text_new(in->r->arena);

    for (int f = 0; f < FIELD_COUNT; f++) {
        in->column[f] = column_of(in, &in->map->columns[f]);
        in->said[f] = (enum import_field)f;
    }
    if (in->r->source->as == MEANING_WISHES) {
        stand_in(in, FIELD_CLIENT, FIELD_PERSON);
        stand_in(in, FIELD_ACTIVITY, FIELD_SUBJECT);
    } else {
        stand_in(in, has(in, FIELD_ESCORT) ? FIELD_CLIENT : FIELD_ESCORT, FIELD_PERSON);
        stand_in(in, FIELD_REASON, FIELD_SUBJECT);
    }
    for (int i = 0; i < in->table->n_columns; i++) {
        bool read = false;
        for (int f = 0; f < FIELD_COUNT; f++)
            read = read || in->column[f] == i;
        if (!read && *in->table->headings[i])
            text_print(&unread, "%s\"%s\"", unread.length ? ", " : "", in->table->headings[i]);
    }
    if (unread.length)
        import_note(in->r, in->document, 0, _("Columns that are not read: %s."),
                    text_done(&unread));
}

static const char *headings_told(const struct table_reading *in)
{
    struct text t = text_new(in->r->arena);

    for (int i = 0; i < in->table->n_columns; i++)
        text_print(&t, "%s\"%s\"", i ? ", " : "", in->table->headings[i]);
    return text_done(&t);
}

/* One of the two must be there. */
static bool needed(struct table_reading *in, enum import_field f, enum import_field or)
{
    struct faults why = {0};

    if (has(in, f) || has(in, or))
        return true;
    faults_add(&why, STATUS_INPUT, "", "",
               _("Name the heading in a mapping file and give it with --map."),
               _("No column is known as \"%s\"; the headings are %s."), import_field_word(f),
               headings_told(in));
    import_broken(in->r, in->document, &why);
    return false;
}

/* Are ends told in the column of the start? */
static bool has_divided(const struct table_reading *in)
{
    for (int i = 0; has(in, FIELD_START) && i < in->table->n_rows; i++)
        if (strpbrk(in->table->rows[i].cells[in->column[FIELD_START]], "-\xe2"))
            return true;
    return false;
}

static bool columns_suffice(struct table_reading *in)
{
    bool wishes = in->r->source->as == MEANING_WISHES, named = *in->r->source->whose;
    enum import_field who = wishes ? FIELD_CLIENT : FIELD_ESCORT;

    if ((!named && !needed(in, who, who)) || !needed(in, FIELD_DATE, FIELD_DATE))
        return false;
    if (!wishes)
        return in->r->source->as == MEANING_ABSENCES || needed(in, FIELD_START, FIELD_START);
    return needed(in, FIELD_ACTIVITY, FIELD_ACTIVITY) &&
           needed(in, FIELD_START, FIELD_EARLIEST) &&
           (has_divided(in) || needed(in, FIELD_END, FIELD_MINUTES));
}

/* ---- cells ---- */

/* As the value table has it, else as it stands; "" where there is no such column. */
static const char *cell(const struct table_reading *in, enum import_field f)
{
    const struct import_column *c = &in->map->columns[in->said[f]];
    const char *text = has(in, f) ? in->row->cells[in->column[f]] : "";
    const char *folded = c->n_values > 0 ? fold(in->r->arena, text) : "";

    for (int i = 0; i < c->n_values; i++)
        if (strcmp(c->values[i].from, folded) == 0)
            return c->values[i].to;
    return text;
}

/* A fault of a cell: row, heading and value as the planner sees them. */
static bool cell_fault(struct table_reading *in, enum import_field f, const char *what,
                       const char *remedy)
{
    if (has(in, f))
        import_reject(in->r, in->event, _("Column \"%s\": \"%s\" %s. %s"),
                      in->table->headings[in->column[f]], plain_line(in->r->arena, cell(in, f)),
                      what, remedy);
    else
        import_reject(in->r, in->event, "%s: %s. %s", import_field_word(f), what, remedy);
    in->sound = false;
    return false;
}

/* Where "13.00-15.30" in the column of the start is divided; NULL. */
static const char *divide(const struct table_reading *in, size_t *dash)
{
    static const char EN_DASH[] = "\xe2\x80\x93";
    const char *text = cell(in, FIELD_START), *at = strstr(text, EN_DASH);

    if (*cell(in, FIELD_END) || *cell(in, FIELD_MINUTES))
        return NULL;
    *dash = at ? strlen(EN_DASH) : 1;
    return at ? at : strchr(text, '-');
}

/* A start or an end, which may be told in one cell. */
static const char *clock_cell(const struct table_reading *in, enum import_field f)
{
    size_t dash;
    const char *at = f == FIELD_START || f == FIELD_END ? divide(in, &dash) : NULL;

    if (!at)
        return cell(in, f);
    return f == FIELD_END ? at + dash
                          : arena_print(in->r->arena, "%.*s",
                                        (int)(at - cell(in, FIELD_START)), cell(in, FIELD_START));
}

/* Days since Monday of the week, of any date. */
static bool cell_day(struct table_reading *in, enum import_field f, int *day)
{
    const struct import_column *c = &in->map->columns[f];
    int64_t days;

    if (!spoken_date(in->r->arena, in->map, c->format, in->week->monday, cell(in, f), &days))
        return cell_fault(in, f, _("is not a date"),
                          c->format ? arena_print(in->r->arena, _("Write it as %s."), c->format)
                                    : _("Write it like 2026-11-24."));
    days -= in->week->monday;
    *day = days < -1000 ? -1000 : days > 1000 ? 1000 : (int)days;
    return true;
}

static bool cell_clock(struct table_reading *in, enum import_field f, int *minutes)
{
    if (spoken_clock(in->r->arena, in->map, clock_cell(in, f), minutes))
        return true;
    return cell_fault(in, f, _("is not a clock time"), _("Write it like 13:00."));
}

static bool cell_length(struct table_reading *in, enum import_field f, int *minutes)
{
    if (spoken_length(cell(in, f), minutes))
        return true;
    return cell_fault(in, f, _("is no length"), _("Write minutes, or hours and minutes like 1:30."));
}

static bool cell_number(struct table_reading *in, enum import_field f, int most, int *out)
{
    if (spoken_number(cell(in, f), most, out))
        return true;
    return cell_fault(in, f, _("is no such number"),
                      arena_print(in->r->arena, _("Give a whole number from 1 to %d."), most));
}

static bool cell_true(struct table_reading *in, enum import_field f)
{
    const char *s = cell(in, f);

    if (!*s || strcmp(s, "false") == 0)
        return false;
    return strcmp(s, "true") == 0 ||
           cell_fault(in, f, _("is neither true nor false"),
                      _("Say in the mapping file what it means, under \"values\"."));
}

/* ---- people and places ---- */

static int cell_found(struct table_reading *in, enum import_field f, int i, const char *home)
{
    if (i == NONE)
        cell_fault(in, f, _("is not known"),
                   arena_print(in->r->arena, _("Write an id or a name of %s."), home));
    if (i == SEVERAL)
        cell_fault(in, f, _("is the name of several"),
                   arena_print(in->r->arena, _("Write the id that it has in %s."), home));
    return i == SEVERAL ? NONE : i;
}

static int cell_client(struct table_reading *in)
{
    return cell_found(in, FIELD_CLIENT, import_find_client(in->r, cell(in, FIELD_CLIENT)),
                      "clients[]");
}

static int cell_escort(struct table_reading *in)
{
    return cell_found(in, FIELD_ESCORT, import_find_escort(in->r, cell(in, FIELD_ESCORT)),
                      "escorts[]");
}

/* Of a table that is read for one person the rows of others are none of its business. */
static int set_aside(struct table_reading *in)
{
    in->r->events[in->event].fate = FATE_OUTSIDE;
    in->n_others++;
    in->sound = false;
    return NONE;
}

/* Whose wish the row is. */
static int row_client(struct table_reading *in)
{
    const char *whose = in->r->source->whose;
    int person = import_find_client(in->r, whose);

    if (*whose && !*cell(in, FIELD_CLIENT))
        return person;
    int client = cell_client(in);
    return client != NONE && *whose && client != person ? set_aside(in) : client;
}

/* Whose time the row is. An outing of a client is nobody's absence. */
static int row_escort(struct table_reading *in)
{
    const char *whose = in->r->source->whose;
    int person = import_find_escort(in->r, whose);

    if (*cell(in, FIELD_CLIENT))
        return set_aside(in);
    if (*whose && !*cell(in, FIELD_ESCORT))
        return person;
    int escort = cell_escort(in);
    return escort != NONE && *whose && escort != person ? set_aside(in) : escort;
}

static void others_tell(struct table_reading *in)
{
    if (in->n_others > 0)
        import_note(in->r, in->document, 0,
                    PLURAL("%d row is about somebody else and was set aside.",
                           "%d rows are about somebody else and were set aside.",
                           in->n_others),
                    in->n_others);
}

static int cell_place(struct table_reading *in, enum import_field f)
{
    const char *s = cell(in, f);

    return *s ? cell_found(in, f, import_find_place(in->r, s), "places[]") : NONE;
}

/* ---- rows ---- */

/* The row by what it is about; rows that are alike so far are told apart by a number. */
static const char *row_uid(struct table_reading *in, const char *who, const char *what, int day)
{
    struct arena *a = in->r->arena;
    const char *id = cell(in, FIELD_ID);
    const char *uid = *id ? id : arena_print(a, "%s/%s/%d", who, fold(a, what), day);
    int place = id_find(&in->named, uid);

    if (place == NONE) {
        place = in->n_named++;
        id_add(a, &in->named, uid, place);
    }
    int alike = ++in->alike[place];
    return alike == 1 ? uid : arena_print(a, "%s/%d", uid, alike);
}

/* Also a row that is rejected has its name, where it can be told: what came of it before
 * stays. who, what: "" = not known. */
static void row_name(struct table_reading *in, const char *who, const char *what, int day)
{
    if (*cell(in, FIELD_ID) || (*who && day != NONE))
        in->r->events[in->event].uid = row_uid(in, who, what, day);
}

static bool in_week(struct table_reading *in, int from, int to)
{
    if (from < week_length(in->week) && to > 0)
        return true;
    in->r->events[in->event].fate = FATE_OUTSIDE;
    return false;
}

static int minute_of(const struct table_reading *in, int day, int clock)
{
    int year, month, mday, minute;

    date_of_days(in->week->monday + day, &year, &month, &mday);
    week_minute(in->week, year, month, mday, clock, false, &minute);
    return minute;
}

/* When it ends, as a clock of its first day: from 0 to 48 hours. Midnight ends the day. What
 * is before the start is of the next morning, unless that makes a night so long that the two
 * were rather mixed up. */
static bool cell_end(struct table_reading *in, int start, int *end)
{
    enum import_field told = *cell(in, FIELD_END) ? FIELD_END : FIELD_START;

    if (!cell_clock(in, FIELD_END, end))
        return false;
    if (*end == start)
        return cell_fault(in, told, _("ends when it begins"),
                          _("Write when it ends; 24:00 is the end of the day."));
    if (*end == 0)
        *end = DAY;
    if (*end < start)
        *end += DAY;
    return *end - start <= NIGHT || *end <= DAY ||
           cell_fault(in, told,
                      _("ends before it begins, or the next day after more than 12 hours"),
                      _("Correct one of the two."));
}

static void read_window(struct table_reading *in, struct import_wish *w)
{
    w->at = w->from = w->to = NONE;
    if (*cell(in, FIELD_START))
        cell_clock(in, FIELD_START, &w->at);
    if (*cell(in, FIELD_EARLIEST) || *cell(in, FIELD_LATEST)) {
        if (cell_clock(in, FIELD_EARLIEST, &w->from) && cell_clock(in, FIELD_LATEST, &w->to) &&
            w->at != NONE && (w->at < w->from || w->at > w->to) && w->from <= w->to)
            cell_fault(in, FIELD_START, _("is not between the earliest and the latest start"),
                       _("Correct one of the three."));
    } else if (w->at == NONE) {
        cell_fault(in, FIELD_START, _("is no start"), _("Write a clock time like 13:00."));
    } else if (cell_true(in, FIELD_FLEXIBLE)) {
        wish_loosen(w);
    }
}

/* Where the day on which it ends is told, that day's clock. */
static bool wish_end(struct table_reading *in, int day, int start, int *end)
{
    int last;

    if (!*cell(in, FIELD_TO_DATE))
        return cell_end(in, start, end);
    if (!cell_day(in, FIELD_TO_DATE, &last) || !cell_clock(in, FIELD_END, end))
        return false;
    *end += (last - day) * DAY;
    return (start < *end && *end - start < DAY) ||
           cell_fault(in, FIELD_TO_DATE, _("makes it no outing of less than 24 hours"),
                      _("Write a row for each outing."));
}

static void read_length(struct table_reading *in, struct import_wish *w)
{
    int start = w->at != NONE ? w->at : w->from, end;

    if (*cell(in, FIELD_MINUTES))
        cell_length(in, FIELD_MINUTES, &w->minutes);
    else if (!*clock_cell(in, FIELD_END))
        cell_fault(in, has(in, FIELD_END) ? FIELD_END : FIELD_MINUTES, _("is no end"),
                   _("Say when it ends, or how many minutes it lasts."));
    else if (in->sound && wish_end(in, w->day, start, &end))
        w->minutes = end - start;
    if (*cell(in, FIELD_MINUTES_MIN))
        cell_length(in, FIELD_MINUTES_MIN, &w->minutes_min);
}

static const char *text_or_null(const char *s)
{
    return *s ? s : NULL;
}

/* Both of two equal wishes are taken: perhaps that is meant. */
static void twins_tell(struct table_reading *in, const struct import_wish *w)
{
    struct arena *a = in->r->arena;
    const char *what = arena_print(a, "%d/%s/%d/%d/%d", w->client, fold(a, w->activity), w->day,
                                   w->at, w->from);
    int line = id_find(&in->wished, what);

    if (line == NONE)
        id_add(a, &in->wished, what, in->row->line);
    else
        import_note(in->r, in->document, in->row->line,
                    _("The same wish as in line %d; both are taken."), line);
}

static void wish_row(struct table_reading *in)
{
    const struct problem *p = in->r->problem;
    struct import_event *e = &in->r->events[in->event];
    struct import_wish w = {.client = row_client(in), .activity = cell(in, FIELD_ACTIVITY)};

    e->title = plain_line(in->r->arena, w.activity);
    if (e->fate == FATE_OUTSIDE)
        return;
    if (!*w.activity)
        cell_fault(in, FIELD_ACTIVITY, _("says nothing"), _("Write what is wished for."));
    bool dated = cell_day(in, FIELD_DATE, &w.day);
    if (in->sound && (w.day < 0 || w.day >= DAYS)) {
        in_week(in, minute_of(in, w.day, 0), minute_of(in, w.day, 1));
        return;
    }
    row_name(in, w.client != NONE && *w.activity ? p->clients[w.client].id : "", w.activity,
             dated ? w.day : NONE);
    read_window(in, &w);
    read_length(in, &w);
    w.meet = cell_place(in, FIELD_PLACE);
    w.end = cell_place(in, FIELD_END_PLACE);
    w.escort = *cell(in, FIELD_ESCORT) ? cell_escort(in) : NONE;
    if (*cell(in, FIELD_ESCORTS_NEEDED))
        cell_number(in, FIELD_ESCORTS_NEEDED, STAFF_MAX, &w.needed);
    w.priority = text_or_null(cell(in, FIELD_PRIORITY));
    w.decision = text_or_null(cell(in, FIELD_DECISION));
    if (!in->sound)
        return;
    twins_tell(in, &w);
    say_request(in->r, in->event, ORIGINAL_ALONE, &w);
}

/* Whole days where no clock time is given. */
static bool read_stretch(struct table_reading *in, int day, struct span *out)
{
    int last = day, start = 0, end = DAY;
    bool ends = *clock_cell(in, FIELD_END) != '\0', dated = *cell(in, FIELD_TO_DATE) != '\0';

    if (dated && !cell_day(in, FIELD_TO_DATE, &last))
        return false;
    if (*cell(in, FIELD_START) && !cell_clock(in, FIELD_START, &start))
        return false;
    if (ends && (dated ? !cell_clock(in, FIELD_END, &end) : !cell_end(in, start, &end)))
        return false;
    *out = (struct span){minute_of(in, day, start), minute_of(in, last, end)};
    return out->from < out->to ||
           cell_fault(in, has(in, FIELD_TO_DATE) ? FIELD_TO_DATE : FIELD_END,
                      _("is before it begins"), _("Correct one of the two."));
}

static void escort_row(struct table_reading *in)
{
    struct import_event *e = &in->r->events[in->event];
    enum import_meaning as = in->r->source->as;
    int escort = row_escort(in), day;
    struct span span;

    if (e->fate == FATE_OUTSIDE)
        return;
    bool dated = cell_day(in, FIELD_DATE, &day);
    if (dated && read_stretch(in, day, &span) && in->sound && !in_week(in, span.from, span.to))
        return;
    row_name(in, escort != NONE ? in->r->problem->escorts[escort].id : "", "",
             dated ? day : NONE);
    if (!in->sound)
        return;
    if (as == MEANING_FREE)
        say_available(in->r, in->event, ORIGINAL_ALONE, escort, span);
    else
        say_absence(in->r, in->event, ORIGINAL_ALONE, escort, span,
                    as == MEANING_BUSY ? NULL : cell(in, FIELD_REASON));
}

static void read_row(struct table_reading *in, const struct csv_row *row)
{
    struct import_event e = {.counts = 1,
                             .document = in->document,
                             .line = row->line,
                             .uid = "",
                             .title = "",
                             .raw = "",
                             .fate = FATE_UNCHANGED};

    in->row = row;
    in->event = import_add_event(in->r, &e);
    in->sound = true;
    in->r->n_begun++;
    if (row->flaw)
        import_reject(in->r, in->event, "%s.", row->flaw);
    else if (in->r->source->as == MEANING_WISHES)
        wish_row(in);
    else
        escort_row(in);
}

enum status import_read_table(struct import_reading *r, int document, struct faults *f)
{
    const struct import_document *d = &r->documents[document];
    struct table_reading in = {.r = r, .week = &r->problem->week, .document = document};
    struct faults why = {0};

    TRY(import_map_read(r->arena, r->source->map, &in.map, f));
    if (csv_read(r->arena, d->name, d->bytes, d->length, in.map->separator, &in.table, &why) !=
        STATUS_OK) {
        import_broken(r, document, &why);
        return STATUS_OK;
    }
    if (in.table->windows_1252)
        import_note(r, document, 0, _("The table is not UTF-8; it was read as Windows-1252."));
    columns_find(&in);
    if (!columns_suffice(&in))
        return STATUS_OK;
    in.alike = NEW_ARRAY(r->arena, int, in.table->n_rows + 1);
    for (int i = 0; i < in.table->n_rows; i++)
        read_row(&in, &in.table->rows[i]);
    others_tell(&in);
    return STATUS_OK;
}
