"""Renders Markdown as GitHub does, by its own cmark-gfm, and tells what a browser would make of it.

Reads a JSON list of texts, prints a JSON list of what each became. Tags that GitHub filters are counted all the same.
"""

import json
import sys
from html.parser import HTMLParser

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

EMPTY = {"br", "hr", "img", "input", "wbr"}


class Page(HTMLParser):
    """Counts tags, keeps links and text, and whether each tag that is opened is closed in its place."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.links, self.items, self.code = {}, [], [], []
        self.open, self.balanced, self.text = [], True, ""

    def handle_starttag(self, tag, attrs):
        self.tags[tag] = self.tags.get(tag, 0) + 1
        given = dict(attrs)
        if tag == "a":
            self.links.append(given.get("href"))
        if tag == "details" and "open" in given:
            self.tags["details open"] = self.tags.get("details open", 0) + 1
        if tag == "li":
            self.items.append("")
        if tag == "code":
            self.code.append("")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.balanced = False

    def handle_data(self, data):
        self.text += data
        if "li" in self.open:
            self.items[-1] += data
        if "code" in self.open:
            self.code[-1] += data


def render(markdown):
    html = github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    page = Page()
    page.feed(html)
    page.close()
    return {
        "html": html,
        "tags": page.tags,
        "links": page.links,
        "items": page.items,
        "code": page.code,
        "text": page.text,
        "balanced": page.balanced and page.open == [],
    }


print(json.dumps([render(text) for text in json.load(sys.stdin)]))
