// Asking the server: its state each second, the picture each 15 s or when the state says there is another.

const STATE = 1000; // milliseconds
const DATA = 15000;
const PATIENCE = 4000; // patience and the longest pause together keep a return within 10 s
const LONGEST = 5000;
const LOST = 2; // failures in a row before the wall says so

const jitter = (time) => time * (0.8 + 0.4 * Math.random());
const sleep = (time) => new Promise((done) => setTimeout(done, time));

/** Ask for a path; raises on no answer, on a fault of the server and on a page instead of JSON. */
async function ask(path, etag) {
  const headers = etag ? { "If-None-Match": etag } : {};
  const answer = await fetch(path, { headers, signal: AbortSignal.timeout(PATIENCE) });
  if (answer.ok) return { status: 200, etag: answer.headers.get("ETag"), json: await answer.json() };
  if (answer.status === 304 || answer.status === 401) return { status: answer.status };
  throw new Error(`${path}: ${answer.status}`);
}

/** Say where the wall stands, for the phone that steers it. */
async function report(at) {
  const headers = { "Content-Type": "application/json" };
  await fetch("/screen/at", { method: "POST", headers, body: at, signal: AbortSignal.timeout(PATIENCE) });
}

/**
 * Ask for ever. Calls `picture(json)` for a new one, `steer(json)` for each state, `seen(millisecond)` when the picture
 * is known to be the newest, `lost(fault)` when the server is away, and asks for `position()` to report it. Returns
 * when this screen is not paired (any more).
 */
export async function follow({ picture, steer, seen, lost, position }) {
  let [due, failures, etag, version, reported] = [0, 0, null, null, ""];
  for (;;) {
    try {
      const asked = Date.now() >= due;
      if (asked) {
        const answer = await ask("/screen/data", etag);
        if (answer.status === 401) return;
        if (answer.status === 200) picture(answer.json);
        etag = answer.etag ?? etag;
      }
      const { status, json } = await ask("/screen/state");
      if (status === 401) return;
      if (asked) [due, version] = [Date.now() + jitter(DATA), json.version];
      if (failures || json.version !== version) due = 0; // another picture, or back after a while
      failures = 0;
      if (asked) seen(Date.now());
      steer(json);
      const at = position();
      const said = JSON.stringify(at);
      const known = said === reported && json.page !== undefined; // a server that was restarted knows no more
      if (at.leaves.length && !known) await report((reported = said));
      await sleep(due ? jitter(STATE) : 0);
    } catch (fault) {
      failures += 1;
      console.warn(fault);
      if (failures >= LOST) lost(fault);
      await sleep(Math.min(LONGEST, jitter(STATE) * 2 ** (failures - 1)));
    }
  }
}
