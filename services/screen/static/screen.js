// The meeting screen: pairs, follows the server, shows what it says, and keeps the last picture through an outage.

import { forget, keep, keepBlack, keepProgram, kept, keptBlack } from "./keep.js";
import { pair } from "./pair.js";
import { follow } from "./poll.js";
import { date, open, play, say, show } from "./wall.js";
import { age, clock } from "./words.js";

const AGE = 20000; // milliseconds between two looks at how old the picture is
const LATER = 5000; // milliseconds until the program is kept: the picture comes first
const NOTHING = { data: null, seen: 0 };
let now = { ...NOTHING, lost: true };

function tell(change) {
  now = { ...now, ...change };
  const { data, seen, lost } = now;
  const today = new Date();
  const made = data?.data_at ? age(new Date(data.data_at), today) : "";
  date(data, lost && data ? `‖ 中断，停留在 ${clock(new Date(seen), today)}` : made, lost);
}

const heard = {
  picture(data) {
    tell({ data, seen: Date.now(), lost: false });
    show(data);
    keep(now.seen, data);
  },
  seen(time) {
    tell({ seen: time, lost: false });
    keep(time);
  },
  lost() {
    if (!now.data) say("连不上服务器，正在自动重连…");
    tell({ lost: true });
  },
  steer: play.steer,
  position() {
    const at = play.position();
    keepBlack(at.blank);
    return at;
  },
};

async function run() {
  const last = kept();
  if (keptBlack()) play.go({ blank: true });
  if (last) {
    tell(last);
    show(last.data);
  } else say("正在连接服务器…");
  for (;;) {
    await follow(heard);
    forget();
    play.go({ blank: false });
    tell({ ...NOTHING, lost: true });
    show(null);
    await pair(document.getElementById("pair"));
  }
}

if (open()) {
  setInterval(tell, AGE);
  run();
  setTimeout(keepProgram, LATER);
}
