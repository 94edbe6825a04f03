"""The headers of everything a screen, a phone or the speaker's desk is sent."""

# Own files only: no inline script, no form that could put a code into an address, no frame around it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SAFE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
DATA = {**SAFE, "Cache-Control": "no-store"}
# A file keeps its name when it changes, so a browser asks each time and is mostly told 304. The worker stands below
# the page it opens during an outage, which a browser allows only where it is told so.
FILE = {**SAFE, "Cache-Control": "no-cache", "Service-Worker-Allowed": "/screen"}
# The wall in small stands in a page of our own; it asks the server for nothing, the page tells it what to show.
FRAMED = {**FILE, "Content-Security-Policy": POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")}
