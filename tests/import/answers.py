"""A server of calendars that answers oddly: answers.py PORT FILE...

GET of a name has that file whatever question comes after it; of refuse-... a refusal; of
move-... another address. A PROPFIND tells of all files, and while there is a file "part"
here, of the last one that it cannot say. What was asked for is in the file "asked"."""
import http.server
import os
import sys

FILES = sys.argv[2:]
HEAD = '<?xml version="1.0" encoding="utf-8"?><multistatus xmlns="DAV:">'
THERE = "<propstat><prop><getetag>\"1\"</getetag></prop><status>HTTP/1.1 200 OK</status></propstat>"
BUSY = "<status>HTTP/1.1 503 Service Unavailable</status>"


class Server(http.server.BaseHTTPRequestHandler):
    def answer(self, status, body=b"", headers=()):
        with open("asked", "a", encoding="utf-8") as asked:
            asked.write(f"{self.command} {self.path}\n")
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        name = self.path.partition("?")[0].rpartition("/")[2]
        if name.startswith("move"):
            self.answer(302, headers=[("Location", "https://example.org/hemlig")])
        elif name in FILES:
            with open(name, "rb") as file:
                self.answer(200, file.read())
        else:
            self.answer(500)

    def do_PROPFIND(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "none" in self.path:
            self.answer(404)
            return
        last = BUSY if os.path.exists("part") else THERE
        self.answer(207, (HEAD + "".join(
            f"<response><href>{self.path}{name}</href>{last if name == FILES[-1] else THERE}</response>"
            for name in FILES) + "</multistatus>").encode())


http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Server).serve_forever()
