// expand_nodeical.cjs FROM TO FILE...: what node-ical sees, as expand_icaljs.cjs.
const path = require('path')
const loaded = require('node-ical'), ical = loaded.sync ? loaded : loaded.default
const [, , from, to, ...files] = process.argv
const out = []

for (const file of files)
  for (const event of Object.values(ical.sync.parseFile(file)))
    if (event.type === 'VEVENT')
      for (const one of ical.expandRecurringEvent(event, { from: new Date(from), to: new Date(to) }))
        out.push([path.basename(file), one.start.toISOString(), one.end.toISOString(), event.uid, JSON.stringify(one.summary)].join('\t'))
console.log(out.sort().join('\n'))
