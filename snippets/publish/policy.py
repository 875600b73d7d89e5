"""The content policy of a page: what a browser lets it load and run."""

import base64
import hashlib
import html
import re

SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.DOTALL)
POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'"
)


def with_policy(page: str) -> str:
    """`page` with a Content-Security-Policy that allows its own inline scripts and nothing from other hosts."""
    hashes = "".join(f" {allowed}" for allowed in dict.fromkeys(map(hash_of, SCRIPT.findall(page))))
    policy = html.escape(POLICY.format(hashes=hashes), quote=True).replace("&#x27;", "'")
    charset = '<meta charset="utf-8">'  # has to stay within the first 1,024 bytes
    return page.replace(charset, f'{charset}\n<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def hash_of(script: str) -> str:
    """What a content policy calls an inline script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
