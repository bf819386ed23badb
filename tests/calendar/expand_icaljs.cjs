// expand_icaljs.cjs FROM TO FILE...: what ical.js sees, a line an event: file, start and
// end in UTC, UID, SUMMARY.
const fs = require('fs'), path = require('path')
const loaded = require('ical.js'), ICAL = loaded.default || loaded
const [, , from, to, ...files] = process.argv
const out = []

for (const file of files) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, 'utf8')))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component)
    if (event.isRecurring()) throw new Error(file + ': an event that comes again')
    const [start, end] = [event.startDate, event.endDate].map(t => new Date(t.toUnixTime() * 1000))
    if (end > new Date(from) && start < new Date(to))
      out.push([path.basename(file), start.toISOString(), end.toISOString(), event.uid, JSON.stringify(event.summary)].join('\t'))
  }
}
console.log(out.sort().join('\n'))
