"""`python -m services COMMAND`: exit 0 done, 1 errors in the data, 2 refused, 3 not allowed."""

import json
import logging
import sys
import traceback
import uuid

from services.cli.parser import parser
from services.errors import DashboardError, NotAllowed


def main(words: list[str]) -> int:
    """Run one command and give its exit status; nothing but the answer goes to standard output."""
    status: int
    as_json = "--json" in words
    try:
        asked = parser().parse_args(words)
        status, answer, said = asked.run(asked)
    except DashboardError as error:
        refusal = {"code": getattr(error, "code", "bad_request"), "message": str(error)}
        status, answer, said = 2, {"outcome": "refused", "refusal": refusal}, str(error)
        if isinstance(error, NotAllowed):
            status = 3
    except Exception as error:  # noqa: BLE001 - the last resort: a bug shows a number and goes to the log
        # What it says may quote a cell; where it happened does not.
        number = uuid.uuid4().hex[:8]
        places = [f"{each.filename}:{each.lineno}" for each in traceback.extract_tb(error.__traceback__)]
        logging.getLogger("services").error("error %s: %s at %s", number, type(error).__qualname__, ", ".join(places))
        refusal = {"code": "defect", "message": f"程序出错，编号 {number}，没有写入任何内容。"}
        status, answer, said = 2, {"outcome": "refused", "refusal": refusal}, refusal["message"]
    if as_json:
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(said, file=sys.stdout if status == 0 else sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
