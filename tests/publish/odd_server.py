#!/usr/bin/env python3
"""A CalDAV server in memory with a mood a path: PORT [CERTIFICATE KEY].

/plain/ works, but tells no ETag after a PUT and whole addresses with %40 in its lists. The
others misbehave as their names say. Every request is a line on standard output."""
import hashlib
import ssl
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

PORT = int(sys.argv[1])
objects, calendars = {}, {"/plain/", "/full/"}


def multistatus(*responses):
    return ('<?xml version="1.0"?><multistatus xmlns="DAV:">' + "".join(responses) + "</multistatus>").encode()


def response(href, props="<resourcetype/>"):
    return (f"<response><href>{href}</href><propstat><prop>{props}</prop>"
            "<status>HTTP/1.1 200 OK</status></propstat></response>")


def etag(data):
    return '"' + hashlib.sha256(data).hexdigest()[:16] + '"'


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = unquote(self.path)
        print(self.command, path, flush=True)
        mood = path.split("/")[1]
        method = getattr(self, "mood_" + mood.replace("-", "_"), self.mood_plain)
        method(path, body)

    do_GET = do_PUT = do_DELETE = do_PROPFIND = do_MKCALENDAR = handle_any

    def mood_moved(self, *_):
        self.answer(302, Location="http://127.0.0.1:9/elsewhere/")

    def mood_html(self, *_):
        self.answer(207, b"<html><body>Please log in</body></html>")

    def mood_login(self, *_):
        self.answer(200, b"<html><body>Please log in</body></html>")

    def mood_doctype(self, *_):
        self.answer(207, b'<!DOCTYPE multistatus [<!ENTITY a "aaaaaaaaaa">]>' + multistatus(response("&a;")))

    def mood_outside(self, *_):
        self.answer(207, multistatus(response("/somewhere/else.ics")))

    def mood_otherhost(self, *_):
        self.answer(207, multistatus(response("https://evil.example.org/otherhost/1.ics")))

    def mood_huge(self, *_):
        self.send_response(207)
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for _ in range(64):
                self.wfile.write(b" " * (1 << 20))
        except OSError:
            pass
        self.close_connection = True

    def mood_cut(self, *_):
        self.send_response(207)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(multistatus()[:40])
        self.close_connection = True

    def mood_plain(self, path, body):
        there = objects.get(path)
        if self.command == "PROPFIND":
            if path not in calendars:
                return self.answer(404)
            listed = [response(f"http://127.0.0.1:{PORT}{quote(p, safe='/')}", f"<getetag>{etag(d)}</getetag><resourcetype/>")
                      for p, d in objects.items() if p.startswith(path) and "/" not in p[len(path):]]
            kind = "<resourcetype><collection/></resourcetype>"
            return self.answer(207, multistatus(response(path, kind), *listed))
        if self.command == "MKCALENDAR":
            calendars.add(path)
            return self.answer(201)
        if self.command == "GET":
            return self.answer(200, there, ETag=etag(there)) if there else self.answer(404)
        if path.startswith("/full/"):
            return self.answer(507)
        wanted = self.headers.get("If-Match")
        if (wanted and (not there or etag(there) != wanted)) or (self.headers.get("If-None-Match") and there):
            return self.answer(412)
        if self.command == "PUT":
            objects[path] = body
            return self.answer(204 if there else 201)
        objects.pop(path, None)
        return self.answer(204)


server = ThreadingHTTPServer(("127.0.0.1", PORT), Handler)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
