// What the wall says of states and of times.

export const STATES = {
  done: ["✓", "已完成"], doing: ["▸", "进行中"], todo: ["□", "未启动"], soon: ["◔", "临期"],
  late: ["▲", "逾期"], na: ["／", "不适用"], unknown: ["?", "未报"],
};

export const glyph = (state) => STATES[state]?.[0] ?? "";

/** Give 71 for "71", 6012 for "6,012", null for what is no number. */
export function number(text) {
  const read = text == null || text === "" ? NaN : Number(String(text).replace(/[,，%]/g, ""));
  return Number.isFinite(read) ? read : null;
}

/** Give n/of as a share of 1, from the percent where there is no `of`, null where neither is a number. */
export function share({ n, of, percent }) {
  const [part, whole] = [number(n), number(of)];
  if (whole) return Math.min(1, Math.max(0, (part ?? 0) / whole));
  const hundredth = number(percent);
  return hundredth == null ? null : Math.min(1, Math.max(0, hundredth / 100));
}

const two = (value) => String(value).padStart(2, "0");
const day = (then) => `${then.getFullYear()}-${then.getMonth()}-${then.getDate()}`;

/** Give hh:mm, with the day before it where that is another than today. */
export function clock(then, now) {
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`;
  if (day(then) === day(now)) return time;
  const year = then.getFullYear() === now.getFullYear() ? "" : `${then.getFullYear()}年`;
  return `${year}${then.getMonth() + 1}月${then.getDate()}日 ${time}`;
}

/** Give how long ago the data was made. */
export function age(then, now) {
  const minutes = Math.floor((now - then) / 60000);
  if (minutes < 1) return "刚刚更新";
  if (minutes < 60) return `${minutes}分钟前更新`;
  if (minutes < 12 * 60) return `${Math.floor(minutes / 60)}小时前更新`;
  return `${clock(then, now)}更新`;
}
