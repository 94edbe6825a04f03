"""The same application without its gate and with the log as Python writes it: every check here must catch it."""

import sys

import uvicorn

import app as served
from services.access.gate import Gate

app = served.app
served.log_discreetly = lambda: None
app._user_middleware = [each for each in app._user_middleware if each.cls is not Gate]

if __name__ == "__main__":
    uvicorn.run(app, port=int(sys.argv[1].rpartition("=")[2]), ws="websockets-sansio", log_level="warning")
