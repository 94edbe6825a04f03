"""The commands `screen package` and `screen verify`."""

import argparse
from dataclasses import asdict
from datetime import datetime

from services.access import permit
from services.cli.commands import Answer, read_file, save
from services.screen.content import content
from services.screen.package import PROVES, Papers, checked, fours, package
from services.screen.playlist import named
from services.screen.seal import key
from services.store import Store


def package_(asked: argparse.Namespace) -> Answer:
    """Write a playlist as one file for a meeting without a network."""
    store = Store.open()
    permit(store, asked.actor, "package.write", asked.name)
    own = key(store)
    made = package(content(store, named(store, asked.name)), own, datetime.now().astimezone())
    save(asked.out, made)
    papers = checked(made, own)
    answer = {"outcome": "written", "file": asked.out, **asdict(papers)}
    return 0, answer, f"已写出断网会议包：{asked.out}\n{_lines(papers)}"


def verify(asked: argparse.Namespace) -> Answer:
    """Say whether a package is as this store made it; raises Refused where it is not."""
    store = Store.open()
    permit(store, asked.actor, "package.verify")
    papers = checked(read_file(asked.file), key(store))
    return 0, {"outcome": "verified", **asdict(papers)}, f"核对通过：{PROVES}\n{_lines(papers)}"


def _lines(papers: Papers) -> str:
    made_at = datetime.fromisoformat(papers.made_at).astimezone()
    return (
        f"  资料编号 {papers.number}\n  截至 {papers.as_of}\n  制作于 {made_at:%Y-%m-%d %H:%M}\n"
        f"  校验码 {fours(papers.digest)}"
    )
