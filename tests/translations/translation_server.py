"""A stand-in for LibreTranslate and DeepL, which answers as their documentation says."""

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Server:
    """What was asked, and what to answer instead of a translation: statuses, one a request."""

    url: str = ""
    requests: list[dict] = field(default_factory=list)
    # Each is a status, or a status and headers, or bytes to answer with.
    instead: list = field(default_factory=list)

    def answer(self, path, headers, body):
        """Return the status, the headers and the body of the answer."""
        self.requests.append({"path": path, "headers": headers, "body": body})
        instead = self.instead.pop(0) if self.instead else None
        if isinstance(instead, bytes):
            return 200, {}, instead
        if instead is not None:
            status, more = instead if isinstance(instead, tuple) else (instead, {})
            return status, more, b'{"error": "hush", "message": "hush"}'
        return 200, {}, json.dumps(TRANSLATIONS[path](body)).encode()


def libretranslate(body):
    return {"translatedText": [f"{text} ({body['target']})" for text in body["q"]]}


def deepl(body):
    return {
        "translations": [
            {
                "detected_source_language": body["source_lang"],
                "text": f"{text} ({body['target_lang']})",
            }
            for text in body["text"]
        ]
    }


TRANSLATIONS = {"/translate": libretranslate, "/v2/translate": deepl}


@contextmanager
def running():
    """Run the stand-in on this machine, on a port of its own."""
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            status, headers, answer = server.answer(self.path, dict(self.headers), body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args):
            pass

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listener.serve_forever, args=(0.05,))
    thread.start()
    server.url = f"http://127.0.0.1:{listener.server_port}"
    try:
        yield server
    finally:
        listener.shutdown()
        thread.join()
        listener.server_close()
