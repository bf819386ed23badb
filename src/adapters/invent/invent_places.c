/* Where invented people live and what there is to go to. Localities lie where the
 * real ones lie; homes and venues are scattered about them by chance. */
#include "adapters/invent/invent.h"

#include <stdlib.h>

#define LOCALITIES(list) (int)(sizeof(list) / sizeof((list)[0])), list

static const struct locality HALMSTAD[] = {
    {"Centrum", {56674, 12857}, 14000, true},
    {"Andersberg", {56665, 12888}, 6000, true},
    {"Vallås", {56685, 12893}, 6500, true},
    {"Söndrum", {56679, 12800}, 7500, true},
    {"Nyhem", {56669, 12877}, 5000, true},
    {"Linehed", {56655, 12885}, 3500, true},
    {"Kärleken", {56694, 12834}, 4500, true},
    {"Frennarp", {56692, 12905}, 4500, true},
    {"Snöstorp", {56659, 12912}, 4188, true},
    {"Oskarström", {56803, 12972}, 4011, true},
    {"Fyllinge", {56648, 12917}, 2830, true},
    {"Getinge", {56821, 12731}, 1885, false},
    {"Frösakull", {56671, 12739}, 1635, true},
    {"Trönninge", {56627, 12941}, 1555, true},
    {"Åled", {56748, 12940}, 1536, true},
    {"Harplinge", {56745, 12724}, 1454, false},
    {"Gullbrandstorp", {56702, 12728}, 1435, true},
    {"Haverdal", {56727, 12669}, 1401, false},
    {"Kvibille", {56784, 12836}, 793, false},
    {"Steninge", {56768, 12633}, 769, false},
    {"Gullbranna", {56602, 12938}, 727, false},
    {"Eldsberga", {56602, 13001}, 717, false},
    {"Villshärad", {56687, 12695}, 628, false},
    {"Simlångsdalen", {56719, 13133}, 577, false},
    {"Laxvik", {56614, 12921}, 469, false},
    {"Holm", {56721, 12783}, 462, false},
    {"Sennan", {56774, 13030}, 430, false},
    {"Tylösand", {56651, 12734}, 387, true},
    {"Skedala", {56671, 12955}, 355, false},
};
const struct geography GEOGRAPHY_HALMSTAD = {
    "Halmstad", 61, LOCALITIES(HALMSTAD),
    "localities and inhabitants of 2005, the town split into districts whose "
    "sizes are estimated", false};

static const struct locality VILLAGE[] = {
    {"Oskarström", {56803, 12972}, 4011, true},
    {"Åled", {56748, 12940}, 1536, true},
    {"Simlångsdalen", {56719, 13133}, 577, false},
    {"Sennan", {56774, 13030}, 430, false},
};
const struct geography GEOGRAPHY_VILLAGE = {
    "Oskarström", 61, LOCALITIES(VILLAGE),
    "four localities and their inhabitants of 2005", false};

static const struct locality HALLAND[] = {
    {"Halmstad", {56674, 12857}, 55688, true},
    {"Oskarström", {56803, 12972}, 4011, true},
    {"Fyllinge", {56648, 12917}, 2830, true},
    {"Getinge", {56821, 12731}, 1885, false},
    {"Harplinge", {56745, 12724}, 1454, false},
    {"Simlångsdalen", {56719, 13133}, 577, false},
    {"Varberg", {57106, 12251}, 34200, true},
    {"Tvååker", {57041, 12399}, 2640, false},
    {"Veddige", {57266, 12332}, 2260, false},
    {"Träslövsläge", {57054, 12279}, 1985, true},
    {"Bua", {57238, 12122}, 1790, false},
    {"Rolfstorp", {57157, 12413}, 600, false},
    {"Falkenberg", {56906, 12491}, 24100, true},
    {"Glommen", {56933, 12350}, 1080, false},
    {"Slöinge", {56852, 12697}, 1000, false},
    {"Vessigebro", {56979, 12652}, 930, false},
    {"Ullared", {57137, 12717}, 870, false},
    {"Älvsered", {57237, 12860}, 600, false},
    {"Kungsbacka", {57487, 12076}, 24000, true},
    {"Onsala", {57425, 12029}, 12275, true},
    {"Åsa", {57350, 12117}, 6080, false},
    {"Vallda", {57477, 12001}, 3930, true},
    {"Särö", {57506, 11932}, 2980, true},
    {"Frillesås", {57317, 12167}, 2830, false},
    {"Fjärås", {57456, 12160}, 2000, false},
    {"Laholm", {56512, 13044}, 6530, true},
    {"Mellbystrand", {56486, 12940}, 3410, false},
    {"Veinge", {56550, 13067}, 1420, false},
    {"Knäred", {56519, 13324}, 1210, false},
    {"Våxtorp", {56417, 13113}, 900, false},
    {"Hyltebruk", {56999, 13240}, 3990, false},
    {"Torup", {56957, 13077}, 1245, false},
    {"Unnaryd", {56970, 13520}, 700, false},
};
const struct geography GEOGRAPHY_HALLAND = {
    "Halland", 61, LOCALITIES(HALLAND),
    "larger localities of six municipalities, inhabitants rounded", false};

static const struct locality STOCKHOLM[] = {
    {"Norrmalm", {59336, 18059}, 16000, true},
    {"Vasastan", {59346, 18050}, 58500, true},
    {"Östermalm", {59339, 18085}, 36400, true},
    {"Hjorthagen", {59356, 18098}, 12000, true},
    {"Kungsholmen", {59332, 18041}, 69400, true},
    {"Södermalm", {59313, 18076}, 127300, true},
    {"Hammarby sjöstad", {59304, 18103}, 21000, true},
    {"Årsta", {59298, 18051}, 16800, true},
    {"Enskede", {59285, 18071}, 30000, true},
    {"Liljeholmen", {59310, 18022}, 24000, true},
    {"Hägersten", {59299, 17990}, 50000, true},
    {"Älvsjö", {59278, 18010}, 30000, true},
    {"Skärholmen", {59276, 17907}, 36000, true},
    {"Farsta", {59243, 18093}, 36000, true},
    {"Hökarängen", {59258, 18083}, 18000, true},
    {"Bagarmossen", {59276, 18131}, 23000, true},
    {"Skarpnäck", {59267, 18133}, 23000, true},
    {"Bromma", {59340, 17940}, 61000, true},
    {"Vällingby", {59363, 17872}, 33000, true},
    {"Hässelby", {59367, 17833}, 40000, true},
    {"Spånga", {59383, 17899}, 19000, true},
    {"Tensta", {59394, 17901}, 17100, true},
    {"Rinkeby", {59388, 17928}, 16000, true},
    {"Husby", {59410, 17927}, 12000, true},
    {"Kista", {59403, 17945}, 10300, true},
};
const struct geography GEOGRAPHY_STOCKHOLM = {
    "Stockholm", 57, LOCALITIES(STOCKHOLM),
    "districts of Stockholm, inhabitants rounded or estimated", false};

/* ---- distance and chance ----------------------------------------------- */

/* The long side and half the short one: within 12 % of the straight line, and the
 * same on every machine. */
int spot_distance(const struct geography *g, struct spot a, struct spot b)
{
    int north = abs(a.north - b.north) * 111;
    int east = abs(a.east - b.east) * g->metres_east;

    return north > east ? north + east / 2 : east + north / 2;
}

/* The middle is likelier than the rim. */
static int chance_about(struct chance *c, int middle, int reach)
{
    return middle + (chance_between(c, -reach, reach) +
                     chance_between(c, -reach, reach)) / 2;
}

/* About as far out as a place of that size reaches, or the lived-in part of a
 * municipality. */
static int reach_of(const struct locality *l, bool municipality)
{
    if (municipality)
        return l->inhabitants < 20000 ? 30 : l->inhabitants < 100000 ? 45 : 60;
    return l->inhabitants < 1000 ? 6 : l->inhabitants < 5000 ? 9 : 13;
}

static struct spot scattered(struct invention *v, const struct locality *l)
{
    struct chance *c = &v->dealer.chance;
    int reach = reach_of(l, v->preset->geography->apart);
    int north = chance_about(c, l->spot.north, reach);
    int east = chance_about(c, l->spot.east,
                            reach * 111 / v->preset->geography->metres_east);

    return (struct spot){north, east};
}

void home_draw(struct invention *v, const struct district *d, struct inhabitant *who)
{
    const struct geography *g = v->preset->geography;
    int draw = chance_below(&v->dealer.chance, d->inhabitants);
    int at = d->first_locality;

    while (draw >= g->localities[at].inhabitants)
        draw -= g->localities[at++].inhabitants;
    who->locality = at;
    who->home = scattered(v, &g->localities[at]);
}

/* ---- venues ------------------------------------------------------------ */

/* How large a locality must be to have one. */
static const struct {
    const char *name;
    int inhabitants;
} VENUES[VENUE_KINDS] = {
    [CINEMA] = {"Biografen", 12000},
    [SWIMMING_HALL] = {"Simhallen", 4000},
    [LIBRARY] = {"Biblioteket", 1500},
    [CHURCH] = {"Kyrkan", 300},
    [SPORTS_HALL] = {"Sporthallen", 1000},
    [HEALTH_CENTRE] = {"Vårdcentralen", 1800},
    [HOSPITAL] = {"Sjukhuset", 14000},
    [CAFE] = {"Kaféet", 500},
    [SHOPS] = {"Affären", 600},
    [CULTURE_HOUSE] = {"Kulturhuset", 4000},
};

void venue_add(struct invention *v, enum venue_kind kind, int locality,
               struct spot spot)
{
    const struct geography *g = v->preset->geography;
    struct venue place = {
        .id = arena_print(v->arena, "p%03d", v->n_venues + 1),
        .name = arena_print(v->arena, "%s, %s", VENUES[kind].name,
                            g->localities[locality].name),
        .kind = kind,
        .locality = locality,
        .spot = spot,
    };
    ARENA_PUSH(v->arena, v->venues, v->n_venues, v->venue_room, place);
}

static bool kind_missing(const struct invention *v, const struct district *d,
                         enum venue_kind kind)
{
    for (int i = d->first_venue; i < v->n_venues; i++)
        if (v->venues[i].kind == kind)
            return false;
    return true;
}

/* A locality has one of each kind at most; a municipality more, if it is large. */
static int venues_of_a_kind(const struct geography *g, int locality)
{
    return g->apart ? 1 + g->localities[locality].inhabitants / 50000 : 1;
}

static void locality_venues(struct invention *v, int locality)
{
    const struct geography *g = v->preset->geography;
    const struct locality *l = &g->localities[locality];

    for (int k = ANYWHERE + 1; k < VENUE_KINDS; k++)
        for (int n = venues_of_a_kind(g, locality);
             n > 0 && l->inhabitants >= VENUES[k].inhabitants; n--)
            venue_add(v, (enum venue_kind)k, locality, scattered(v, l));
}

static void district_venues(struct invention *v, struct district *d)
{
    const struct locality *first =
        &v->preset->geography->localities[d->first_locality];

    d->first_venue = v->n_venues;
    for (int i = 0; i < d->n_localities; i++)
        locality_venues(v, d->first_locality + i);
    /* A small unit has one of each in its largest place, which comes first. */
    for (int k = ANYWHERE + 1; k < VENUE_KINDS; k++)
        if (kind_missing(v, d, (enum venue_kind)k))
            venue_add(v, (enum venue_kind)k, d->first_locality,
                      scattered(v, first));
    d->n_venues = v->n_venues - d->first_venue;
}

void venues_invent(struct invention *v)
{
    for (int i = 0; i < v->n_districts; i++)
        district_venues(v, &v->districts[i]);
}

int venue_draw(struct invention *v, enum venue_kind kind, int locality,
               struct spot spot)
{
    const struct geography *g = v->preset->geography;
    const struct district *d = district_of(v, locality);
    int best = NONE, next = NONE, nearest = 0, nearer = 0;

    for (int i = d->first_venue; i < d->first_venue + d->n_venues; i++) {
        int metres = spot_distance(g, spot, v->venues[i].spot);

        if (v->venues[i].kind != kind)
            continue;
        if (best == NONE || metres < nearest) {
            next = best;
            nearer = nearest;
            best = i;
            nearest = metres;
        } else if (next == NONE || metres < nearer) {
            next = i;
            nearer = metres;
        }
    }
    return next != NONE && chance_one_in(&v->dealer.chance, 4) ? next : best;
}
