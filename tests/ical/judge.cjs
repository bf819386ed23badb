// judge.cjs FILE...: what ical.js reads of each VEVENT, a JSON list a line: the file, how
// many VEVENTs it has, and of each UID, SUMMARY, DTSTART, DTEND, RRULE as they stand (null
// where absent), start and end in seconds since 1970 (null where ical.js has no clock for
// them), or the file and why it cannot be read.
const fs = require('fs')
const loaded = require('ical.js'), ICAL = loaded.default || loaded

const whole = c => [...(c.name === 'vevent' ? [c] : []), ...c.getAllSubcomponents().flatMap(whole)]
const text = (c, name) => { const p = c.getFirstProperty(name); return p ? String(p.getFirstValue()) : null }

function rule(c) {
  const p = c.getFirstProperty('rrule')
  return p ? p.toICALString().replace(/^RRULE[^:]*:/, '') : null
}

function written(c, name) {
  const p = c.getFirstProperty(name)
  return p ? p.toICALString().replace(/^[^:;]*/, '') : null
}

function instant(time, clocks) {
  if (!time || time.isDate) return null
  const known = time.zone === ICAL.Timezone.utcTimezone || (time.zone && clocks.has(time.zone.tzid))
  return known ? time.toUnixTime() : null
}

for (const file of process.argv.slice(2)) {
  try {
    let bytes = fs.readFileSync(file, 'utf8')
    if (bytes.charCodeAt(0) === 0xfeff) bytes = bytes.slice(1)
    const parsed = ICAL.parse(bytes)
    const roots = (Array.isArray(parsed[0]) ? parsed : [parsed]).map(j => new ICAL.Component(j))
    const clocks = new Set()
    ICAL.TimezoneService.reset()
    for (const root of roots)
      for (const zone of root.getAllSubcomponents('vtimezone')) {
        const tzid = zone.getFirstPropertyValue('tzid')
        if (tzid) ICAL.TimezoneService.register(zone)
        clocks.add(tzid)
      }
    const events = roots.flatMap(whole).map(c => {
      let times = [null, null]
      try {
        const e = new ICAL.Event(c, { exceptions: [] }) // none looked for: it takes the square of their number
        times = [instant(e.startDate, clocks), instant(e.endDate, clocks)]
      } catch (e) { /* without times */ }
      return [text(c, 'uid'), text(c, 'summary'), written(c, 'dtstart'), written(c, 'dtend'), rule(c), ...times]
    })
    console.log(JSON.stringify([file, events.length, events]))
  } catch (e) {
    console.log(JSON.stringify([file, -1, String(e.message || e).slice(0, 80)]))
  }
}
