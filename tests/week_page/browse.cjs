// The page of the week in a real Chromium, by keyboard where a person would use it.
//   node browse.cjs QUESTION FILE    ends in failure, and says why, where the answer is no
const { chromium } = require("playwright-core");
const path = require("path");
const axe = require.resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const VIEWS = ["days", "escorts", "clients"];

const fail = why => { throw new Error(why); };
const same = (what, found, wanted) => {
  const [f, w] = [found, wanted].map(x => JSON.stringify(x));
  if (f !== w) fail(`${what}: ${f}, wanted ${w}`);
};

async function opened(browser, file, options = {}, hash = "") {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", e => { page.complaint = e.message; });
  page.on("console", m => { page.complaint = m.text(); });
  await page.goto(`file://${path.resolve(file)}${hash}`);
  return page;
}

// What is shown, counted without the page's own script.
const shown = page => page.evaluate(() => {
  const seen = e => e.checkVisibility({ visibilityProperty: true });
  const all = s => [...document.querySelectorAll(s)];
  return { entries: all(".view .board li li").filter(seen).length,
           unserved: all(".unserved tbody tr").filter(seen).length,
           rows: all(".view .board > li").filter(seen).length,
           words: document.getElementById("shown").textContent };
});

// How many entries of a timeline and requests not served have these words and class.
const wanted = (page, view, words, day) => page.evaluate(([id, text, d]) => {
  const holds = (e, name) => (name + " " + e.textContent).toLowerCase().includes(text.toLowerCase());
  const on = e => !d || e.matches(`.${d}, .${d} *`);
  const entries = [...document.querySelectorAll(`#${id} .board > li`)].flatMap(row =>
    [...row.querySelectorAll("li")].filter(e => holds(e, row.firstElementChild.textContent) && on(e)));
  const unserved = [...document.querySelectorAll(".unserved tbody tr")].filter(e => holds(e, "") && on(e));
  return { entries: entries.length, unserved: unserved.length };
}, [view, words, day]);

async function agrees(page, view, words, day) {
  const found = await shown(page), right = await wanted(page, view, words, day);
  same(`${view} '${words}' ${day}`, { entries: found.entries, unserved: found.unserved }, right);
  const [, entries, , unserved] = found.words.match(/(\d+)\D+(\d+)\D+(\d+)\D+\d+/);
  same("the words that say it", [+entries, +unserved], [right.entries, right.unserved]);
  return right;
}

const focused = page => page.evaluate(() => {
  const e = document.activeElement;
  return e.id || e.className || e.name || e.tagName;
});

async function tab_to(page, id) {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    if (await focused(page) === id) return;
  }
  fail(`Tab does not lead to ${id}`);
}

const QUESTIONS = {
  // No rule of WCAG 2.2 A and AA is broken: light and dark, each timeline, with a filter, and
  // as it is without the script. Colours that axe cannot see behind are counted below.
  async axe(browser, file) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await opened(browser, file, { colorScheme, bypassCSP: true });
      await page.addScriptTag({ path: axe });
      const judge = async where => {
        const r = await page.evaluate(values => axe.run(document, { runOnly: { type: "tag", values } }), RULES);
        for (const v of r.violations)
          fail(`${where} ${colorScheme}: ${v.id}: ${v.nodes[0].html.slice(0, 120)}`);
        for (const v of r.incomplete)
          if (v.id !== "color-contrast") fail(`${where} ${colorScheme}: ${v.id} is not decided`);
      };
      for (const view of VIEWS) {
        await page.check(`[value=${view}]`);
        await judge(view);
      }
      await page.fill("#find", "a");
      await judge("filtered");
      await page.evaluate(() => document.documentElement.classList.remove("js"));
      await judge("without script");
      await page.context().close();
    }
  },

  // Every colour of words has a contrast of 4.5:1 or more on every ground they lie on.
  async contrast(browser, file) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await opened(browser, file, { colorScheme });
      const least = await page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        const light = name => {
          const hex = style.getPropertyValue(name).trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
          const part = i => { const c = parseInt(hex.slice(i, i + 2), 16) / 255;
            return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
          return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5); };
        const grounds = ["--paper", "--off"].map(light);
        const ratios = ["--ink", "--quiet", "--link", "--bad", "--good", "--new"].map(light).flatMap(c =>
          grounds.map(g => (Math.max(c, g) + 0.05) / (Math.min(c, g) + 0.05)));
        return Math.min(...ratios);
      });
      if (!(least >= 4.5)) fail(`${colorScheme}: ${least}`);
    }
  },

  // Nothing is cut off or scrolled sideways at 320 pixels, or with letters of twice the size.
  async reflow(browser, file) {
    const page = await opened(browser, file);
    const fits = async how => {
      for (const view of VIEWS) {
        await page.check(`[value=${view}]`);
        const [wide, room] = await page.evaluate(() =>
          [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        if (wide > room) fail(`${how}, ${view}: ${wide} pixels wide in ${room}`);
      }
    };
    await page.setViewportSize({ width: 320, height: 700 });
    await fits("320 pixels");
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.addStyleTag({ content: "html{font-size:200%!important}" });
    await fits("200 %");
  },

  // Without scripts there are no filters, and every timeline.
  async plain(browser, file) {
    const page = await opened(browser, file, { javaScriptEnabled: false });
    same("filters", await page.isVisible("#find"), false);
    for (const view of VIEWS) same(view, await page.isVisible(`#${view} h2`), true);
  },

  async filters(browser, file) {
    const page = await opened(browser, file);
    const all = await agrees(page, "days", "", "");
    await tab_to(page, "find");
    await page.keyboard.type("simning");
    const some = await agrees(page, "days", "simning", "");
    if (some.entries === 0 || some.entries === all.entries) fail("the filter is not tried");
    await tab_to(page, "on");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await agrees(page, "days", "simning", "d2");
    await tab_to(page, "only");
    await tab_to(page, "view");
    await page.keyboard.press("ArrowRight");
    same("the timeline", await page.isVisible("#escorts h2") && !await page.isVisible("#days h2"), true);
    await agrees(page, "escorts", "simning", "d2");
    await page.keyboard.press("ArrowRight");
    await agrees(page, "clients", "simning", "d2");
    await tab_to(page, "all");
    await page.keyboard.press("Enter");
    await agrees(page, "clients", "", "");
    await page.fill("#find", "Nobody is called so");
    same("nothing", (({ entries, unserved, rows }) => [entries, unserved, rows])(await shown(page)), [0, 0, 0]);
    same("complaints", page.complaint, undefined);
  },

  async kinds(browser, file) {
    const page = await opened(browser, file);
    const marked = await page.evaluate(() => document.querySelectorAll("#days li li.c").length);
    await page.selectOption("#only", "c");
    const changed = await shown(page);
    if (marked === 0) fail("nothing is changed");
    same("changed", [changed.entries, changed.unserved], [marked, 1]);
    await page.selectOption("#only", "u");
    const unserved = await shown(page);
    const there = await page.evaluate(() => document.querySelectorAll(".unserved tbody tr").length);
    same("not served", [unserved.entries, unserved.unserved], [0, there]);
    await page.check("[value=clients]");
    same("not served, by client", (await shown(page)).entries, there);
  },

  // Tab goes through the filters in their order; what has the focus is seen, and lies not
  // under what stays in sight, also on the way back up.
  async focus(browser, file) {
    const page = await opened(browser, file, { viewport: { width: 1280, height: 800 } });
    const stops = [];
    for (let i = 0; i < 110; i++) {
      await page.keyboard.press(i < 70 ? "Tab" : "Shift+Tab");
      const e = await page.evaluate(() => {
        const a = document.activeElement, r = a.getBoundingClientRect(), s = getComputedStyle(a);
        const bar = document.querySelector(".filters"), top = bar.getBoundingClientRect();
        return { id: a.id || a.name || a.className || a.tagName, ring: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
                 hidden: !bar.contains(a) && r.bottom <= top.bottom && r.top >= top.top && top.top <= 0 };
      });
      if (!e.ring) fail(`no ring around ${e.id}`);
      if (e.hidden) fail(`${e.id} is under the filters`);
      stops.push(e.id);
    }
    same("order", stops.slice(0, 70).filter(s => ["skip", "find", "on", "only", "view", "all", "first"].includes(s)),
         ["skip", "find", "on", "only", "view", "all", "first"]);
  },

  // A link to what another timeline shows leads there, also past a filter.
  async links(browser, file) {
    const page = await opened(browser, file);
    const link = page.locator("#days .board a").first(), name = await link.textContent();
    await link.focus();
    await page.keyboard.press("Enter");
    const row = page.locator(await link.getAttribute("href"));
    await page.waitForTimeout(200);
    same("the row", [await row.isVisible(), await row.locator("h3").textContent()], [true, name]);
    same("in sight", await row.evaluate(e => {
      const top = e.getBoundingClientRect().top;
      return top >= document.querySelector(".filters").getBoundingClientRect().bottom && top < innerHeight;
    }), true);
    await page.fill("#find", "Nobody is called so");
    await page.locator("nav a[href='#day7']").click();
    await page.waitForTimeout(200);
    same("the day", await page.isVisible("#day7"), true);
  },

  // On the day itself a line shows where in it it is.
  async now(browser, file) {
    const page = await opened(browser, file);
    const [begin, minutes] = await page.evaluate(() => {
      const day = document.querySelector(".day.d2");
      return [+day.dataset.utc, +day.dataset.minutes];
    });
    same("on another day", await page.evaluate(() => document.querySelectorAll(".now").length), 0);
    await page.clock.install({ time: new Date((begin + 30 * minutes) * 1000) });
    await page.reload();
    same("days", await page.evaluate(() => [...document.querySelectorAll(".now")].map(e =>
      [e.className, Math.round(100 * e.style.getPropertyValue("--now"))])), [["day d2 now", 50]]);
  },

  // The page's policy lets its own script run and no other.
  async policy(browser, file) {
    const page = await opened(browser, file);
    same("its own", await page.isVisible("#find"), true);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.stranger=1";
      document.body.append(script);
      const picture = new Image();
      picture.src = "https://example.invalid/";
      document.body.append(picture);
    });
    await page.waitForTimeout(100);
    same("another", await page.evaluate(() => window.stranger), undefined);
    if (!/Content Security Policy/.test(page.complaint || "")) fail("nothing was refused");
  },

  async print(browser, file) {
    const page = await opened(browser, file);
    await page.fill("#find", "simning");
    await page.emulateMedia({ media: "print" });
    same("filters", await page.isVisible("#find"), false);
    same("what is shown is said", await page.isVisible("#shown"), true);
    await page.emulateMedia({ media: null });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, wide, high] = pdf.match(/MediaBox \[0 0 ([\d.]+) ([\d.]+)/);
    same("A4 across", [Math.round(wide), Math.round(high)], [842, 595]);
  },
};

(async () => {
  const [, , question, file] = process.argv;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  let code = 0;
  try {
    await QUESTIONS[question](browser, file);
  } catch (e) {
    console.log(e.message);
    code = 1;
  }
  await browser.close();
  process.exit(code);
})();
