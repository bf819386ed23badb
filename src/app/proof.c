/* The file makes up to two claims of a tier: its certificate states a bound, and the
 * tier repeats it. Both are measured by what the prices prove, never by the hash of
 * the input: prices that were found for another week prove something of this one too,
 * and if that is what the file says, it is true. */
#include "app/proof.h"

#include "base/text.h"

static bool claims_differ(const struct roster_record *r, int i)
{
    return r->certified_stated[i] && r->certified[i] != r->certificate->bound[i];
}

/* Another tier 1 than that of which the bound of tier 2 is, be it in one part; NULL. */
static const char *other_rights_sentence(struct arena *a, const struct judged *j,
                                         const struct certified *found)
{
    const struct certificate *c = j->record.certificate;
    int64_t value = j->sheet.verdict->tier[TIER_RIGHTS];

    if (c->rights_value != value)
        return arena_print(a, _("it is for rosters with %lld points in tier 1; this one has "
                                "%lld"),
                           (long long)c->rights_value, (long long)value);
    if (found->fit == PARTS_OTHERWISE)
        return arena_print(a, _("it is for rosters with %lld points of tier 1 in the part of "
                                "the request \"%s\"; this one has %lld"),
                           (long long)found->stated,
                           j->sheet.problem->requests[found->request].id,
                           (long long)found->value);
    return NULL;
}

/* Why the bound is none for this roster; NULL. An unlawful roster may be better than all
 * lawful ones, and that proves nothing. */
static const char *misfit_sentence(struct arena *a, const struct judged *j, int tier,
                                   const struct certified *found)
{
    const int64_t *value = j->sheet.verdict->tier;
    int64_t bound = found->bound[tier - 1];
    const char *other = NULL;

    if (j->sheet.verdict->n_breaches > 0)
        return NULL;
    if (tier == TIER_REST)
        other = other_rights_sentence(a, j, found);
    if (!other && bound > value[tier])
        return arena_print(a, _("it says that no lawful roster is below %lld points; this "
                                "one has %lld"),
                           (long long)bound, (long long)value[tier]);
    return other;
}

/* Numbers are those of the list in the file, from 1; NULL where the cases fit. */
static const char *cases_sentence(struct arena *a, enum cases_fit fit, int number)
{
    switch (fit) {
    case CASES_AMISS:
        return arena_print(a, _("case %d is within one of another part of the week"), number);
    case CASES_ONE:
        return arena_print(a, _("the other one of the two that case %d is of is missing"),
                           number);
    case CASES_MORE:
        return arena_print(a, _("case %d is the third of two"), number);
    case CASES_OTHER:
        return arena_print(a, _("case %d and the one beside it are not each other's opposite"),
                           number);
    case CASES_SHARED:
        return arena_print(a, _("case %d is by one escort, of a request that takes several"),
                           number);
    case CASES_UNPRICED:
        return arena_print(a, _("case %d has no prices, and no cases within it"), number);
    case CASES_FIT:
        break;
    }
    return NULL;
}

/* Why nothing is proved. */
static const char *nothing_sentence(struct arena *a, const struct judged *j, int tier,
                                    const struct certified *found)
{
    const struct request *requests = j->sheet.problem->requests;
    const char *cases = cases_sentence(a, found->cases[tier - 1], 1 + found->misfit[tier - 1]);

    if (cases)
        return cases;
    if (tier == TIER_REST && found->fit == PARTS_MISSING)
        return arena_print(a, _("the part of the request \"%s\" is left out"),
                           requests[found->request].id);
    if (tier == TIER_REST && found->fit == PARTS_TWICE)
        return arena_print(a, _("the part of the request \"%s\" is there twice"),
                           requests[found->request].id);
    return _("its prices prove nothing: one is too large, or has a sign that it may "
             "not have");
}

static const char *refusal_sentence(struct arena *a, const struct judged *j, int tier,
                                    const struct certified *found)
{
    const struct roster_record *r = &j->record;
    int i = tier - 1;

    if (!r->certificate || !r->certificate->stated[i])
        return _("its bound is called certified, but there are no prices to prove it");
    if (claims_differ(r, i))
        return arena_print(a, _("it says %lld points, the list of tiers %lld"),
                           (long long)r->certificate->bound[i], (long long)r->certified[i]);
    if (found->bound[i] == INT64_MIN)
        return nothing_sentence(a, j, tier, found);
    if (found->bound[i] < r->certificate->bound[i])
        return arena_print(a, _("its prices prove %lld points, not %lld"),
                           (long long)found->bound[i], (long long)r->certificate->bound[i]);
    return misfit_sentence(a, j, tier, found);
}

static struct tier_proof proof_of(struct arena *a, const struct judged *j, int tier,
                                  const struct certified *found)
{
    const struct roster_record *r = &j->record;
    const struct certificate *c = r->certificate;
    int i = tier - 1;
    bool priced = c && c->stated[i];
    struct tier_proof proof = {.stated = priced || r->certified_stated[i],
                               .certified = priced ? c->bound[i] : r->certified[i],
                               .proved = found->bound[i]};

    if (proof.stated)
        proof.refusal = refusal_sentence(a, j, tier, found);
    return proof;
}

static struct certified recomputed(const struct judged *j)
{
    bool lawful = j->sheet.verdict->n_breaches == 0;

    if (!j->record.certificate)
        return (struct certified){.bound = {INT64_MIN, INT64_MIN}};
    return certificate_recompute(j->sheet.problem, j->record.certificate,
                                 lawful ? j->sheet.roster : NULL);
}

const struct tier_proof *proofs_find(struct arena *a, const struct judged *j,
                                     struct faults *f)
{
    struct tier_proof *proofs = NEW_ARRAY(a, struct tier_proof, 2);
    const struct certified found = recomputed(j);

    for (int tier = TIER_RIGHTS; tier <= TIER_REST; tier++) {
        struct tier_proof *proof = &proofs[tier - 1];
        *proof = proof_of(a, j, tier, &found);
        if (proof->refusal)
            faults_add(f, STATUS_UNPROVED, j->path, "certificate",
                       _("Make the roster anew with `ledsaga solve`, or remove the certificate."),
                       _("The certificate of tier %d does not hold: %s."), tier,
                       proof->refusal);
    }
    return proofs[0].stated || proofs[1].stated ? proofs : NULL;
}
