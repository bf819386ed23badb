// node judge.cjs PAGE.html... -> one line for each fault, and failure if there is any.
// What WCAG asks is asked of axe-core; what this program promises beyond it is measured:
// contrast 7:1, lines of at most 55 characters, letters of 20 pixels, targets of 44.
const { chromium } = require('playwright-core')
const fs = require('fs')
const path = require('path')
const axe = require.resolve('axe-core/axe.min.js')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let faults = 0
const fault = (page, text) => { faults++; console.log(`${page}: ${text}`) }

// The longest line of running text as the browser broke it, in characters.
function longestLine () {
  let most = ''
  for (const p of document.querySelectorAll('p, h1, h2, h3, li > span')) {
    const lines = new Map()
    const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange()
        range.setStart(node, i)
        range.setEnd(node, i + 1)
        const box = range.getBoundingClientRect()
        if (box.height === 0) continue
        const row = Math.round(box.bottom / 8)
        lines.set(row, (lines.get(row) || '') + node.data[i])
      }
    }
    for (const line of lines.values()) if (line.trim().length > most.length) most = line.trim()
  }
  return most
}

function measures () {
  const wrong = []
  for (const e of document.querySelectorAll('p, li, h1, h2, h3, a, span, time')) {
    if (!e.getClientRects().length) continue
    const style = getComputedStyle(e)
    if (parseFloat(style.fontSize) < 20) wrong.push(`letters of ${style.fontSize}: ${e.outerHTML.slice(0, 60)}`)
    if (/^(P|LI)$/.test(e.tagName) && parseFloat(style.lineHeight) < 1.5 * parseFloat(style.fontSize) - 0.1) {
      wrong.push(`lines ${style.lineHeight} apart: ${e.outerHTML.slice(0, 60)}`)
    }
  }
  for (const a of document.querySelectorAll('a')) {
    const box = a.getBoundingClientRect()
    if (box.height < 44 || box.width < 44) wrong.push(`a target of ${box.width}x${box.height}: ${a.outerHTML}`)
  }
  for (const t of document.querySelectorAll('time')) {
    if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d[+-]\d\d:\d\d)?$/.test(t.dateTime)) wrong.push(`time ${t.dateTime}`)
  }
  return wrong
}

const overflows = () => document.documentElement.scrollWidth > document.documentElement.clientWidth

async function look (browser, file, scheme) {
  const name = `${path.basename(path.dirname(file))}/${path.basename(file)} ${scheme}`
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const asked = []
  page.on('request', r => { if (!r.url().startsWith('data:')) asked.push(r.url()) })
  await page.goto('file://' + path.resolve(file))
  if (asked.length !== 1) fault(name, `it fetches ${asked.slice(1).join(' ')}`)

  await page.addScriptTag({ path: axe })
  const result = await page.evaluate(tags => window.axe.run(document, {
    runOnly: { type: 'tag', values: tags }, rules: { 'color-contrast-enhanced': { enabled: true } }
  }), TAGS)
  for (const v of result.violations) fault(name, `axe ${v.id} (${v.impact}): ${v.nodes[0].html.slice(0, 100)}`)
  for (const v of result.incomplete) fault(name, `axe cannot say of ${v.id}: ${v.nodes[0].html.slice(0, 100)}`)
  if (result.passes.length < 15) fault(name, `axe looked at ${result.passes.length} rules only`)

  const line = await page.evaluate(longestLine)
  if (line.length > 55) fault(name, `a line of ${line.length} characters: ${line}`)
  for (const wrong of await page.evaluate(measures)) fault(name, wrong)
  await page.setViewportSize({ width: 320, height: 700 })
  if (await page.evaluate(overflows)) fault(name, 'wider than 320 pixels')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.evaluate(() => { document.documentElement.style.setProperty('font-size', '262.5%', 'important') })
  if (await page.evaluate(overflows)) fault(name, 'too wide with letters of twice the size')
  await context.close()
}

// The first thing that Tab reaches leads past what is the same on every page.
async function tabs (browser, file) {
  const page = await browser.newPage()
  await page.goto('file://' + path.resolve(file))
  if (!await page.$('h2')) return page.close()
  await page.keyboard.press('Tab')
  const seen = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect()
    return document.activeElement.matches('.skip') && box.left >= 0 && box.width > 44
  })
  if (!seen) fault(file, 'Tab does not show the link past the top')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  if (await page.evaluate(() => document.activeElement.matches('nav a'))) fault(file, 'the link past the top leads nowhere')
  await page.close()
}

// The text that goes with a page has its words, in its order, and no others.
async function compare (browser, file) {
  const text = file.replace(/html$/, 'txt')
  if (!fs.existsSync(text)) return
  const page = await browser.newPage()
  await page.goto('file://' + path.resolve(file))
  const words = (await page.evaluate(() => document.body.innerText)).replace(/\u2011/g, '-').split(/\s+/)
  let at = 0
  for (const word of fs.readFileSync(text, 'utf8').split(/\s+/).filter(w => w)) {
    const found = words.findIndex((w, i) => i >= at && w.startsWith(word))
    // A word of more than a line is cut in the text.
    if (found < 0 && word.length < 50 && !words.some(w => w.length > 55 && w.endsWith(word))) return fault(text, `"${word}" is not on the page there`)
    if (found >= 0) at = found + 1
  }
  await page.close()
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] })
  for (const file of process.argv.slice(2)) {
    const bytes = fs.readFileSync(file, 'utf8')
    if (/<script|javascript:|\son\w+=/i.test(bytes)) fault(file, 'it has a script')
    const days = (bytes.match(/<h2>/g) || []).length
    if (days !== 7 && !/closed/.test(file)) fault(file, `${days} day headings`)
    await look(browser, file, 'light')
    await look(browser, file, 'dark')
    await tabs(browser, file)
    await compare(browser, file)
  }
  await browser.close()
  process.exit(faults ? 1 : 0)
})()
