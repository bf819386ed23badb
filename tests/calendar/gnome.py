"""gnome.py: what GNOME's calendar service holds of its source "feed", once it has fetched it:
start and end in UTC, UID, SUMMARY. Runs in a session of its own (dbus-run-session)."""
import datetime
import sys
import time

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
from gi.repository import ECal, EDataServer  # noqa: E402

WAIT = 20  # seconds


def utc(client, moment):
    value, name = moment.get_value(), moment.get_tzid()
    if name and not value.is_utc():
        zone = client.get_timezone_sync(name, None)[1]
        seconds = value.as_timet_with_zone(zone)
    else:
        seconds = value.as_timet()
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


registry = EDataServer.SourceRegistry.new_sync(None)
client = ECal.Client.connect_sync(registry.ref_source("feed"), ECal.ClientSourceType.EVENTS, WAIT, None)
client.refresh_sync(None)
time.sleep(5)  # it fetches by itself
for component in client.get_object_list_as_comps_sync("#t", None)[1]:
    print(utc(client, component.get_dtstart()), utc(client, component.get_dtend()), component.get_uid(),
          component.get_summary().get_value(), sep="\t")
sys.stdout.flush()
