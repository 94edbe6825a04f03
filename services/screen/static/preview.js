// The wall in small, in a page of our own: it asks the server for nothing, that page tells it what to show.

import { date, open, play, show } from "./wall.js";

const NO_DISPLAY = { width: 0, height: 0 }; // the desk's: only the window counts

const does = {
  picture(data) {
    date(data, "预览", false);
    show(data);
  },
  step: play.step,
  go: (page) => play.go({ page, leaf: 0 }),
  pause: () => play.go({ paused: !play.position().paused }),
};

function told({ source, origin, data }) {
  if (source !== parent || origin !== location.origin) return;
  for (const [name, what] of Object.entries(data)) does[name]?.(what);
}

if (parent !== window && open(NO_DISPLAY)) addEventListener("message", told);
