// What the browser's type can do: how wide a text is, and whether there is a Chinese font at all.

const FONT = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";

function canvas(size) {
  const pen = Object.assign(document.createElement("canvas"), { width: 48, height: 48 })
    .getContext("2d", { willReadFrequently: true });
  pen.font = `${size}px ${FONT}`;
  return pen;
}

const pen = canvas(100);

/** Give the width of a text in em. */
export const em = (text) => pen.measureText(text ?? "").width / 100;

/** Say whether Chinese can be drawn: without a font every sign becomes the same empty box. */
export function hasChinese() {
  const pictures = ["党", "国", "会"].map((sign) => {
    const place = canvas(36);
    place.fillText(sign, 2, 38);
    return place.getImageData(0, 0, 48, 48).data.join("");
  });
  return new Set(pictures).size === pictures.length;
}

/** Say in Latin letters and a picture that a font is missing. */
export function askForFont(place) {
  place.innerHTML = `<svg viewBox="0 0 220 80" role="img" aria-label="an empty box, then a sign">
    <rect x="4" y="8" width="64" height="64"/><path d="M4 8l64 64M68 8l-64 64"/><path d="M88 40h34m-12-12 12 12-12 12"/>
    <path d="M180 6v14M148 20h64M152 20v12M208 20v12M160 36h40l-20 14v24h-12M150 52h60"/></svg>
    <p>This computer has no Chinese font, so the screen cannot be read.</p>
    <p>Install one (Debian, Ubuntu, Kylin, UOS: <b>fonts-noto-cjk</b>) and start the browser again.</p>`;
  place.hidden = false;
}
