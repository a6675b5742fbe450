"""Talks to Pagefind's service, which indexes records in the order in which they are given.

The order matters: Pagefind's command line reads a folder in whatever order the file system keeps it, so that its index
would differ from machine to machine; and its Python interface waits a tenth of a second for each record. Messages are
those of that interface (`pagefind.service.types`): base64 of JSON, each ended by a comma, one answer to each. The files
come as an answer too: those that the service writes itself may not be whole when it says so.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import IO, Any

from pagefind.service import get_executable

FILES = re.compile(
    r"(?:pagefind\.js|pagefind-entry\.json|settings\.json|words\.json|wasm\.[\w-]+\.pagefind"
    r"|pagefind\.[\w-]+\.pf_meta|index/[\w-]+\.pf_index|fragment/[\w-]+\.pf_fragment)"
)
"""The files of a locale's search that a site holds."""


class PagefindFailed(RuntimeError):
    """Pagefind gave up, or is not installed."""


@dataclass(frozen=True)
class Document:
    """What Pagefind indexes."""

    url: str
    """Comes back in the document's fragment, as it is."""
    content: str
    meta: dict[str, str] = field(default_factory=dict)
    """Further texts, each under the name by which a match in it is told from others."""


def index(documents: Iterable[Document], language: str) -> dict[str, bytes]:
    """An index of documents in one language: path to content of each of its files. Raises PagefindFailed."""
    binary = get_executable()
    if binary is None:
        raise PagefindFailed("Pagefind is not installed")
    with subprocess.Popen([str(binary), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service:
        assert service.stdin is not None
        assert service.stdout is not None
        ask = _Questions(service.stdin, service.stdout)
        number = ask(type="NewIndex", config={"force_language": language})["index_id"]
        for document in documents:
            ask(type="AddRecord", index_id=number, language=language, **asdict(document))
        files = ask(type="GetFiles", index_id=number)["files"]
    return {
        file["path"]: base64.b64decode(file["content"]) for file in sorted(files, key=lambda file: str(file["path"]))
    }


class _Questions:
    def __init__(self, question: IO[bytes], answer: IO[bytes]) -> None:
        self._question, self._answer = question, answer
        self._count = 0

    def __call__(self, **payload: Any) -> dict[str, Any]:
        self._count += 1
        message = json.dumps({"message_id": self._count, "payload": payload})
        self._question.write(base64.b64encode(message.encode()) + b",")
        self._question.flush()
        said = b""
        while not said.endswith(b","):
            piece = self._answer.read1()  # type: ignore[attr-defined]
            if not piece:
                raise PagefindFailed(f"it ended after message {self._count}")
            said += piece
        answer: dict[str, Any] = json.loads(base64.b64decode(said[:-1]))["payload"]
        if answer["type"] == "Error":
            raise PagefindFailed(answer["message"])
        return answer
