// read_back.cjs FEED.ics TEXTS.json: ical.js reads each text as LOCATION of one event.
const fs = require('fs'), assert = require('assert')
const loaded = require('ical.js'), ICAL = loaded.default || loaded
const events = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], 'utf8'))).getAllSubcomponents('vevent')
const texts = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'))
const read = new Set(events.map(e => e.getFirstPropertyValue('location')))

assert.strictEqual(events.length, texts.length, 'events')
for (const text of texts) assert(read.has(text), 'not read: ' + JSON.stringify(text.slice(0, 60)))
console.log(`read back: ok (${texts.length} texts)`)
