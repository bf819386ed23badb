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

/* Why the bound is none for this roster; NULL. An unlawful roster may be better than all
 * lawful ones, and that proves nothing. */
static const char *misfit_sentence(struct arena *a, const struct judged *j, int tier,
                                   int64_t bound)
{
    const struct certificate *c = j->record.certificate;
    const int64_t *value = j->sheet.verdict->tier;

    if (j->sheet.verdict->n_breaches > 0)
        return NULL;
    if (tier == TIER_REST && c->rights_value != value[TIER_RIGHTS])
        return arena_print(a, _("it is for rosters with %lld points in tier 1; this one has "
                                "%lld"),
                           (long long)c->rights_value, (long long)value[TIER_RIGHTS]);
    if (bound > value[tier])
        return arena_print(a, _("it says that no lawful roster is below %lld points; this "
                                "one has %lld"),
                           (long long)bound, (long long)value[tier]);
    return NULL;
}

static const char *refusal_sentence(struct arena *a, const struct judged *j, int tier,
                                    int64_t proved)
{
    const struct roster_record *r = &j->record;
    int i = tier - 1;

    if (!r->certificate || !r->certificate->stated[i])
        return _("its bound is called certified, but there are no prices to prove it");
    if (claims_differ(r, i))
        return arena_print(a, _("it says %lld points, the list of tiers %lld"),
                           (long long)r->certificate->bound[i], (long long)r->certified[i]);
    if (proved == INT64_MIN)
        return _("its prices prove nothing: one is too large, or has a sign that it may "
                 "not have");
    if (proved < r->certificate->bound[i])
        return arena_print(a, _("its prices prove %lld points, not %lld"),
                           (long long)proved, (long long)r->certificate->bound[i]);
    return misfit_sentence(a, j, tier, proved);
}

static struct tier_proof proof_find(struct arena *a, const struct judged *j, int tier)
{
    const struct roster_record *r = &j->record;
    const struct certificate *c = r->certificate;
    int i = tier - 1;
    bool priced = c && c->stated[i];
    struct tier_proof proof = {.stated = priced || r->certified_stated[i],
                               .certified = priced ? c->bound[i] : r->certified[i],
                               .proved = INT64_MIN};

    if (priced)
        proof.proved = certificate_bound(j->sheet.problem, tier, &c->prices[i],
                                         c->rights_value);
    if (proof.stated)
        proof.refusal = refusal_sentence(a, j, tier, proof.proved);
    return proof;
}

const struct tier_proof *proofs_find(struct arena *a, const struct judged *j,
                                     struct faults *f)
{
    struct tier_proof *proofs = NEW_ARRAY(a, struct tier_proof, 2);

    for (int tier = TIER_RIGHTS; tier <= TIER_REST; tier++) {
        struct tier_proof *proof = &proofs[tier - 1];
        *proof = proof_find(a, j, tier);
        if (proof->refusal)
            faults_add(f, STATUS_UNPROVED, j->path, "certificate",
                       _("Make the roster anew with `ledsaga solve`, or remove the certificate."),
                       _("The certificate of tier %d does not hold: %s."), tier,
                       proof->refusal);
    }
    return proofs[0].stated || proofs[1].stated ? proofs : NULL;
}
