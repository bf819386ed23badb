/* The style of one's own week: large letters, one column of at most 55 characters, black
 * on white or white on black, frames instead of shades, targets of a finger's size. What is
 * new is in words; its frame only helps to find it. Paper gets 16 points and no links. */
#ifndef ADAPTERS_OWN_WEEK_STYLE_H
#define ADAPTERS_OWN_WEEK_STYLE_H

static const char *const OWN_WEEK_STYLE[] = {
    ":root{color-scheme:light dark;--ink:#000;--paper:#fff;--card:#fff;--line:#000;",
    "--link:#00307a;--news:#fff3b0;--over:#f0f0f0}\n",
    "@media(prefers-color-scheme:dark){:root{--ink:#fff;--paper:#000;--card:#141414;",
    "--line:#fff;--link:#a9cbff;--news:#453a00;--over:#262626}}\n",
    "*{box-sizing:border-box}\n",
    "html{font-size:131.25%}\n",
    "body{margin:0 auto;padding:1rem;max-width:32rem;background:var(--paper);",
    "color:var(--ink);font-family:Verdana,\"DejaVu Sans\",Arial,sans-serif;",
    "line-height:1.6;overflow-wrap:break-word;hyphens:manual}\n",
    "h1{font-size:1.7rem;line-height:1.25;margin:.5rem 0}\n",
    "h2{font-size:1.3rem;line-height:1.3;margin:2rem 0 .7rem;padding-bottom:.3rem;",
    "border-bottom:.2rem solid var(--line)}\n",
    "h3{font-size:1.15rem;line-height:1.3;margin:0 0 .4rem}\n",
    "p{margin:.35rem 0;max-width:43ch;text-wrap:pretty}\n",
    ".next{margin:.9rem 0;padding:.7rem 1rem;max-width:none;font-weight:bold;",
    "border:.2rem solid var(--line);border-radius:.5rem}.next span{display:block}\n",
    "ol,ul{list-style:none;margin:0;padding:0}section ol{margin-top:.7rem}\n",
    "a{color:var(--link);display:inline-block;min-height:2.75rem;min-width:2.75rem;",
    "padding:.45rem 0;text-underline-offset:.2em}\n",
    ":focus-visible{outline:.2rem solid var(--link);outline-offset:.15rem}\n",
    "main:focus{outline:0}\n",
    ".skip{position:absolute;left:-99rem}\n",
    ".skip:focus{position:static}\n",
    "nav{margin-top:1rem;padding:.3rem 0;border-top:.1rem solid var(--line);",
    "border-bottom:.1rem solid var(--line)}\n",
    "nav ul{display:flex;flex-wrap:wrap;gap:0 2.5rem}\n",
    "nav li{min-height:2.75rem;padding:.1rem 0}nav span{display:inline-block;padding:.45rem 0}\n",
    ".visit{margin:0 0 1rem;padding:.9rem 1rem;background:var(--card);",
    "border:.15rem solid var(--line);border-radius:.5rem}\n",
    ".when{font-weight:bold}.news{background:var(--news);padding:.2rem .5rem;",
    "border-left:.3rem solid var(--line)}\n",
    ".cancelled,.past{background:var(--over);border-style:dashed}",
    ".cancelled .when,.past .when{font-weight:normal}",
    ".past .news{background:none;border:0;padding:0}\n",
    ".people{display:flex;flex-wrap:wrap;gap:.8rem;margin-top:.6rem}\n",
    ".people svg{width:7rem;height:7rem;border-radius:.5rem}\n",
    ".hidden{position:absolute;width:0;height:0}\n",
    "footer{margin-top:2.5rem;padding-top:.5rem;border-top:.1rem solid var(--line)}\n",
    "@media print{:root{--ink:#000;--paper:#fff;--card:#fff;--line:#000;--link:#000;",
    "--news:#fff;--over:#fff}html{font-size:16pt}",
    "body{max-width:none;padding:0}.skip,nav,.links{display:none}",
    "a{display:inline;padding:0;text-decoration:none}",
    "h2,h3{break-after:avoid}.visit,footer{break-inside:avoid}",
    "h2{margin-top:1.5rem}@page{margin:18mm}}\n",
};

#endif
