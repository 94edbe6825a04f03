// The package for a meeting without a network: the wall plays what stands in the file itself; its last page says which
// file this is.

import { date, open, say, show } from "./wall.js";
import { clock } from "./words.js";

const CLOSING = 12; // seconds
const CHANGED = "本文件与制作时不一致，请不要使用。请业务员重新导出一份。";

/** Give the digest of a text as 64 signs, null in a browser that computes none for a file. */
async function digestOf(text) {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((each) => each.toString(16).padStart(2, "0")).join("");
}

/** Give the last page: the file's number, its 截至 and the digest of its data in groups of four. */
function closing({ number, as_of_words: asOf, snapshot, made_at: madeAt, batch }, digest) {
  const fours = digest.match(/.{4}/g);
  const rows = [
    ["资料编号", number],
    ["数据", `${snapshot ?? "未发布快照"}，截至${asOf}，第${batch}批`],
    ["制作于", clock(new Date(madeAt), new Date(0))],
    ["校验码", fours.slice(0, 8).join(" ")],
    ["", fours.slice(8).join(" ")],
  ];
  return {
    kind: "closing",
    seconds: CLOSING,
    title: `资料到此结束，数据截至${asOf}`,
    figures: [],
    body: { kind: "list", columns: [], rows: rows.map((cells, id) => ({ id: String(id), cells, state: null })) },
    footer: {
      source: "来源：本文件自带的数据，不连网络",
      meaning: "校验码由文件里的数据算出：与制作时记下的一致，说明数据没有改过",
      as_of: `截至${asOf}`,
    },
  };
}

async function run() {
  const embedded = document.getElementById("embedded");
  const { digest } = embedded.dataset;
  const found = await digestOf(embedded.textContent);
  if (found && found !== digest) return say(CHANGED);
  const data = JSON.parse(embedded.textContent);
  date(data, "断网会议包，不再更新", false);
  return show({ ...data, pages: [...data.pages, closing(data, digest)] });
}

if (open()) run();
