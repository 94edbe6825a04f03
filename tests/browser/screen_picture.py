"""Canned answers of GET /screen/data: with usual names, long ones, nothing done, all done, nothing reported."""

import hashlib
import json
from pathlib import Path
from typing import Any

JSON = dict[str, Any]
USUAL = Path(__file__).with_name("screen_usual.json").read_text("utf-8")
LONG = "市国有资产监督管理委员会（市人民政府国有资产监督管理委员会）机关党委"


def usual() -> JSON:
    """Give the picture of a usual meeting: a page of every kind."""
    return told(json.loads(USUAL))


def long_names() -> JSON:
    """Give the same with names and titles as long as an office may write them."""
    picture = usual()
    for page in picture["pages"]:
        page["title"] += "，其余单位由承接党组织按照机构改革时间表同步规划同步推进并在年底前全部完成"
        page["footer"]["meaning"] += (
            "；划转以整建制转接完成为准，移交以双方签字的交接手续为准，移交之后不再计入在管口径"
        )
        for each in page["figures"]:
            each["label"] += "（含划转移交和新组建单位）"
            each["note"] = "较2023年6月市直机关党建工作例会增加6家"
        for item in parts(page):
            if "label" in item:
                item["label"] = LONG[: 8 + len(item["id"]) * 4]
            if "cells" in item and isinstance(item["cells"][0], str):
                item["cells"][0] = LONG + item["cells"][0]
    return told(picture)


def forty_signs() -> JSON:
    """Give the same with every unit and every part named by 40 signs, as one may be that was merged twice."""
    picture = usual()
    for page in picture["pages"]:
        for place, item in enumerate(parts(page)):
            name = f"{place:02}{LONG}{LONG}"[:40]
            if "label" in item:
                item["label"] = name
            elif isinstance(item["cells"][0], str):
                item["cells"][0] = name
    return told(picture)


def filled(share: float) -> JSON:
    """Give the same with nothing (0) or everything (1) done."""
    picture = usual()
    state, day = ("done", "10.31") if share else ("todo", "")
    for page in picture["pages"]:
        for each in [*page["figures"], *(part for part in parts(page) if "of" in part)]:
            each["n"] = str(int(int(each["of"] or 0) * share))
            each["percent"] = each["percent"] and f"{share * 100:.0f}%"
        for part in parts(page):
            if page["body"]["kind"] == "tiles":
                part["state"] = state
            if page["body"]["kind"] == "steps":
                part["cells"] = [{"state": state, "text": day} for _ in part["cells"]]
    return told(picture)


def empty() -> JSON:
    """Give the same with nothing to list and no figure measured."""
    picture = usual()
    for page in picture["pages"]:
        page["title"] = "还没有台账，上传后这里显示进度"
        page["figures"] = [{**each, "n": "0", "of": None, "percent": None} for each in page["figures"][:2]]
        body = page["body"]
        body.update({name: [] for name in ("items", "rows", "legend") if name in body})
    return told(picture)


def parts(page: JSON) -> list[JSON]:
    """Give the tiles or the rows of a page."""
    body = page["body"]
    return [*body.get("items", []), *body.get("rows", [])]


def kind_of(picture: JSON, kind: str) -> JSON:
    """Give the page of a kind."""
    return next(page for page in picture["pages"] if page["kind"] == kind)


def told(picture: JSON) -> JSON:
    """Give a picture with the version it has."""
    shown = {key: value for key, value in picture.items() if key != "version"}
    return {"version": hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16], **shown}
