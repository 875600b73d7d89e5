"""What a site has beside its pages: their Markdown copies, llms.txt, and a content policy for each page."""

import base64
import hashlib
import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from snippets.publish.blocks import RELEASE_PAGES
from snippets.publish.links import folder

SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL)
POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'"
)
Copies = Mapping[str, tuple[str, Mapping[str, Any]]]  # {page: (its Markdown copy, its front matter)}


def copy_files(config: Any, copies: Copies) -> dict[str, str]:
    """{path in the site: text} of the copies, of llms.txt (see llmstxt.org), and of llms-full.txt, all of them."""
    lines = [f"# {config.site_name}", "", f"> {config.site_description}"]
    full = []
    for title, entries in _sections(config, copies):
        lines += ["", f"## {title}", ""]
        for name, page in entries:
            if page not in copies:  # MkDocs says that it is not there
                continue
            text, meta = copies[page]
            url = posixpath.join(str(config.site_url), folder(page), "index.md")
            about = meta.get("description", "")
            lines.append(f"- [{name}]({url})" + (f": {about}" if about else ""))
            full.append(text)
    texts = {posixpath.join(folder(page), "index.md"): text for page, (text, _) in copies.items()}
    return {**texts, "llms.txt": "\n".join(lines) + "\n", "llms-full.txt": "\n\n---\n\n".join(full)}


def _sections(config: Any, copies: Copies) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The navigation as sections of (title, page), and last the pages of other releases, which are not in it."""
    for section in config.nav or []:
        ((title, entries),) = section.items()
        listed = [{title: entries}] if isinstance(entries, str) else entries
        yield title, [(name, path.rpartition(".")[0]) for entry in listed for name, path in entry.items()]
    releases = [page for page in copies if page.startswith(f"{RELEASE_PAGES}/")]
    if others := [(copies[page][1]["title"], page) for page in releases]:
        yield "Optional", others


def with_policy(page: str) -> str:
    """`page` with a Content-Security-Policy that allows its own inline scripts and nothing from other hosts."""
    hashes = "".join(f" {allowed}" for allowed in dict.fromkeys(map(hash_of, SCRIPT.findall(page))))
    policy = html.escape(POLICY.format(hashes=hashes), quote=True).replace("&#x27;", "'")
    charset = '<meta charset="utf-8">'  # has to stay within the first 1,024 bytes
    return page.replace(charset, f'{charset}\n<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def hash_of(script: str) -> str:
    """What a content policy calls an inline script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
