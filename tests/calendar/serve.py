"""serve.py FOLDER: FOLDER/feed.ics at http://127.0.0.1:PORT/feed.ics, with ETag and 304, as a
web server should; writes PORT into FOLDER/port and each request into FOLDER/log. The word
in FOLDER/mode says how it is to misbehave, each time anew: ok, 404, 410, 500, html, zero,
empty or trunc."""
import hashlib
import http.server
import sys
from pathlib import Path

folder = Path(sys.argv[1])
REFUSALS = {"404": 404, "410": 410, "500": 500}
SPOILT = {
    "html": lambda feed: b"<html>log in</html>",
    "zero": lambda feed: b"",
    "empty": lambda feed: b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\nEND:VCALENDAR\r\n",
    "trunc": lambda feed: feed[: len(feed) * 2 // 3],
    "ok": lambda feed: feed,
}


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        mode = (folder / "mode").read_text().strip() if (folder / "mode").exists() else "ok"
        if mode in REFUSALS:
            self.send_response(REFUSALS[mode])
            self.end_headers()
            return
        body = SPOILT[mode]((folder / "feed.ics").read_bytes())
        tag = '"' + hashlib.sha256(body).hexdigest()[:32] + '"'
        same = self.headers.get("If-None-Match") == tag
        self.send_response(304 if same else 200)
        self.send_header("ETag", tag)
        if not same:
            self.send_header("Content-Type", "text/calendar; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not same and self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, text, *args):
        with open(folder / "log", "a", encoding="utf-8") as log:
            log.write(f"{text % args} {self.headers.get('User-Agent')}\n")


server = http.server.HTTPServer(("127.0.0.1", 0), Server)
(folder / "port").write_text(str(server.server_port))
server.serve_forever()
