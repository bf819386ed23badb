// jcal.cjs FEED.ics FEED.json ...: what ical.js makes of each feed is what our jCal says,
// and ical.js makes a calendar with the same meaning of that again.
const fs = require('fs'), assert = require('assert')
const loaded = require('ical.js'), ICAL = loaded.default || loaded
const files = process.argv.slice(2)

const parse = text => JSON.parse(JSON.stringify(ICAL.parse(text))) // objects of its own kind become plain

// ical.js does not know the properties of RFC 7986 and tells no type of them.
function untyped([name, properties, parts]) {
  const known = new Set(['version', 'prodid', 'calscale'])
  const plain = name === 'vcalendar' ? properties.map(([p, parameters, type, value]) => [p, parameters, known.has(p) ? type : '-', value]) : properties
  return [name, plain, parts.map(untyped)]
}

for (let i = 0; i < files.length; i += 2) {
  const read = parse(fs.readFileSync(files[i], 'utf8'))
  const ours = JSON.parse(fs.readFileSync(files[i + 1], 'utf8'))
  assert.deepStrictEqual(untyped(ours), untyped(read))
  assert.deepStrictEqual(untyped(parse(new ICAL.Component(ours).toString())), untyped(read))
}
console.log(`jcal: ok (${files.length / 2} calendars)`)
