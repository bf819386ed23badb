// node browse.cjs PAGE -> a line for each fault, and failure if there is any: the page of a comparison in Chromium, light and
// dark, as axe-core judges it; nothing is fetched, and nothing but tables and charts, which scroll by themselves, is wider than
// 320 pixels.
const { chromium } = require('playwright-core')
const path = require('path')
const axe = require.resolve('axe-core/axe.min.js')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let faults = 0
const fault = text => { faults++; console.log(text) }

async function look (browser, file, colorScheme) {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const asked = []
  page.on('request', r => asked.push(r.url()))
  await page.goto('file://' + path.resolve(file))
  if (asked.length !== 1) fault(`it fetches ${asked.slice(1).join(' ')}`)
  await page.addScriptTag({ path: axe })
  await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true })
  const result = await page.evaluate(values => window.axe.run(document, { runOnly: { type: 'tag', values } }), TAGS)
  for (const v of result.violations) fault(`${colorScheme}: ${v.id}: ${v.nodes[0].html.slice(0, 120)}`)
  if (result.passes.length < 15) fault(`axe looked at ${result.passes.length} rules only`)
  await page.setViewportSize({ width: 320, height: 700 })
  if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) {
    fault('wider than 320 pixels')
  }
  await context.close()
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] })
  for (const scheme of ['light', 'dark']) await look(browser, process.argv[2], scheme)
  await browser.close()
  process.exit(faults ? 1 : 0)
})()
