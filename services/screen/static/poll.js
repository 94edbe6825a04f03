// Asking the server: for its state without a pause, for the picture each 15 s or when the state says there is another.

const DATA = 15000; // milliseconds
const PATIENCE = 4000; // patience and the longest pause together keep a return within 10 s
const HELD = 5000; // for which the server holds an answer that would say nothing new
const GAP = 200; // between two questions, should it hold none
const REPORT = 500;
const [FIRST, LONGEST] = [1000, 5000]; // the pauses after a failure
const LOST = 2; // failures in a row before the wall says so

const jitter = (time) => time * (0.8 + 0.4 * Math.random());
const sleep = (time) => new Promise((done) => setTimeout(done, time));

/** Ask for a path; raises on no answer, on a fault of the server and on a page instead of JSON. */
async function ask(path, etag, patience = PATIENCE) {
  const headers = etag ? { "If-None-Match": etag } : {};
  const answer = await fetch(path, { headers, signal: AbortSignal.timeout(patience) });
  if (answer.ok) return { status: 200, etag: answer.headers.get("ETag"), json: await answer.json() };
  if (answer.status === 304 || answer.status === 401) return { status: answer.status };
  throw new Error(`${path}: ${answer.status}`);
}

/** Give what tells the server where the wall stands, for the phone that steers it: once for each place. */
function reporter(position) {
  const headers = { "Content-Type": "application/json" };
  let [told, busy] = ["", false];
  async function report() {
    const at = position();
    const body = JSON.stringify(at);
    if (busy || !at.leaves.length || body === told) return;
    [busy, told] = [true, body];
    const sent = fetch("/screen/at", { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE) });
    if (!(await sent.then((answer) => answer.ok, () => false))) told = "";
    busy = false;
  }
  return { report, again: () => (told = "") };
}

/**
 * Ask for ever. Calls `picture(json)` for a new one, `steer(json)` for each state, `seen(millisecond)` when the picture
 * is known to be the newest, `lost(fault)` when the server is away, and asks for `position()` to report it. Returns
 * when this screen is not paired (any more).
 */
export async function follow({ picture, steer, seen, lost, position }) {
  let [due, failures, etag, known, version] = [0, 0, null, null, null];
  const { report, again } = reporter(position);
  let reporting = 0;
  try {
    for (;;) {
      try {
        const began = Date.now();
        const asked = began >= due;
        if (asked) {
          const answer = await ask("/screen/data", etag);
          if (answer.status === 401) return;
          if (answer.status === 200) picture(answer.json);
          etag = answer.etag ?? etag;
        }
        const state = await ask("/screen/state", asked ? null : known, asked ? PATIENCE : HELD + PATIENCE);
        if (state.status === 401) return;
        if (asked) {
          [due, version] = [Date.now() + jitter(DATA), state.json.version];
          seen(Date.now());
        }
        if (failures) due = 0; // back after a while
        failures = 0;
        if (state.status === 200) {
          known = state.etag;
          if (state.json.version !== version) due = 0; // another picture
          if (state.json.page === undefined) again(); // a server that was restarted knows no more
          steer(state.json);
        }
        reporting ||= setInterval(report, REPORT);
        if (due) await sleep(GAP - (Date.now() - began));
      } catch (fault) {
        failures += 1;
        known = null;
        clearInterval(reporting);
        reporting = 0;
        console.warn(fault);
        if (failures >= LOST) lost(fault);
        await sleep(Math.min(LONGEST, jitter(FIRST) * 2 ** (failures - 1)));
      }
    }
  } finally {
    clearInterval(reporting);
  }
}
