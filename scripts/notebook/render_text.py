"""Markdown and TypeScript to HTML: reads a JSON list of {"kind": "markdown" | "code", "text"} on stdin and writes a
list of HTML texts; with --styles instead the style sheets of the code's colours, {"light", "dark"}."""

import json
import sys

from nbconvert.filters.markdown import markdown2html
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import TypeScriptLexer


def render(piece):
    if piece["kind"] == "markdown":
        return markdown2html(piece["text"])
    return highlight(piece["text"], TypeScriptLexer(), HtmlFormatter(wrapcode=True))


def styles(name):
    return HtmlFormatter(style=name).get_style_defs(".highlight")


if "--styles" in sys.argv:
    result = {"light": styles("default"), "dark": styles("github-dark")}
else:
    result = [render(piece) for piece in json.loads(sys.stdin.buffer.read())]
sys.stdout.buffer.write(json.dumps(result).encode())
