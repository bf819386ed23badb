/* The style sheet of every page for the office: light and dark, screen and paper. Every
 * pair of colours has a contrast of 7:1 or more. */
#ifndef ADAPTERS_PAGE_STYLE_H
#define ADAPTERS_PAGE_STYLE_H

static const char *const PAGE_STYLE[] = {
    ":root{color-scheme:light dark;--ink:#16191d;--paper:#fff;--quiet:#41474e;",
    "--line:#c4c9cf;--band:#f1f3f5;--link:#0a3f91;--bar:#0a3f91;--bad:#8a1010;",
    "--good:#0b5227}\n",
    "@media(prefers-color-scheme:dark){:root{--ink:#eef0f2;--paper:#14171a;",
    "--quiet:#c3c9cf;--line:#4b525a;--band:#20252a;--link:#a9cbff;",
    "--bar:#a9cbff;--bad:#ffb4ab;--good:#9fe0b4}}\n",
    "*{box-sizing:border-box}\n",
    "body{margin:0 auto;padding:1rem;max-width:70rem;background:var(--paper);",
    "color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}\n",
    "h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0}\n",
    "h2{font-size:1.25rem;margin:2rem 0 .5rem}\n",
    "h3{font-size:1.05rem;margin:1.5rem 0 .2rem}\n",
    "p{margin:.2rem 0;max-width:45rem}\n",
    "a{color:var(--link)}\n",
    "a:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n",
    ".skip{position:absolute;left:-99rem}\n",
    ".skip:focus{left:1rem;top:.5rem;padding:.6rem;background:var(--paper)}\n",
    ".quiet{color:var(--quiet)}.bad{color:var(--bad)}.good{color:var(--good)}\n",
    "nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0;margin:1rem 0;",
    "list-style:none}\n",
    "nav a{display:inline-block;padding:.35rem 0}\n",
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;",
    "margin:1rem 0}\n",
    "dt{font-weight:600}dd{margin:0}\n",
    "table{width:100%;border-collapse:collapse}\n",
    "th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;",
    "border-bottom:1px solid var(--line)}\n",
    "thead th{color:var(--quiet);font-weight:600}\n",
    "footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.5rem}\n",
    "@media(max-width:40rem){thead{position:absolute;left:-99rem}",
    "table,tbody,tr,td,th{display:block;width:100%!important}",
    "tr{padding:.5rem 0;border-bottom:1px solid var(--line)}",
    "th,td{border:0;padding:.05rem 0}dl{grid-template-columns:1fr}",
    "dd{margin-bottom:.5rem}}\n",
    "@media print{:root{--ink:#000;--paper:#fff;--quiet:#222;--line:#888;",
    "--band:#fff;--link:#000;--bar:#333;--bad:#000;--good:#000}",
    "body{max-width:none;padding:0;font-size:10pt;line-height:1.35}",
    "nav,.skip{display:none}a{text-decoration:none}",
    "h2,h3{break-after:avoid}tr,dl{break-inside:avoid}",
    "@page{margin:15mm}}\n",
};

#endif
