// The place to type the code of eight signs.

const LENGTH = 8;

/** Give the code in what was typed: wide letters, spaces and dashes are forgiven. */
export const code = (typed) => typed.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "").slice(0, LENGTH);

async function send(path, typed) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code: typed }),
      signal: AbortSignal.timeout(8000),
    });
    if (answer.ok) return null;
    const said = await answer.json().catch(() => ({}));
    return said.message ?? "配对码不对或已过期，请业务员重新生成一个。";
  } catch {
    return "连不上服务器，请检查网络后再按回车。";
  }
}

/** Show the form until this device is paired at `path`. */
export function pair(form, path = "/screen/pair") {
  const { code: place } = form.elements;
  const fault = form.querySelector("#fault");
  form.hidden = false;
  place.value = fault.textContent = "";
  place.focus();
  let busy = false;
  return new Promise((paired) => {
    async function submit() {
      if (busy) return;
      if (code(place.value).length < LENGTH) {
        fault.textContent = `配对码是${LENGTH}位，还差${LENGTH - code(place.value).length}位。`;
        return;
      }
      busy = true;
      fault.textContent = "正在配对…";
      const said = await send(path, code(place.value));
      busy = false;
      fault.textContent = said ?? "";
      if (said) return place.select();
      form.hidden = true;
      form.onsubmit = place.oninput = null;
      return paired();
    }
    form.onsubmit = (event) => {
      event.preventDefault();
      submit();
    };
    place.oninput = (event) => {
      if (event.isComposing) return;
      fault.textContent = "";
      place.value = code(place.value);
      if (place.value.length === LENGTH) submit();
    };
  });
}
