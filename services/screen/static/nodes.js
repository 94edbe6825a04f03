// Drawing in place: a node is made once for each key and afterwards only what differs is written to it.

const KEPT = new WeakMap(); // parent → its nodes by key

/** Give a new element of a class with these children. */
export function make(tag, name = "", ...children) {
  const place = document.createElement(tag);
  if (name) place.className = name;
  place.append(...children);
  return place;
}

/** Write a text into an element (absent: none). */
export function write(place, text) {
  const said = String(text ?? "");
  if (place.textContent !== said) place.textContent = said;
}

/** Set an attribute, or take it away with null. */
export function mark(place, name, value) {
  if (value == null) {
    if (place.hasAttribute(name)) place.removeAttribute(name);
  } else if (place.getAttribute(name) !== String(value)) place.setAttribute(name, value);
}

/** Set a custom property, or take it away with null. */
export function set(place, name, value) {
  const wanted = value == null ? "" : String(value);
  if (place.style.getPropertyValue(name) !== wanted) place.style.setProperty(name, wanted);
}

/** Give `parent` one child for each item, in their order: the same node for the same key, made where it is new. */
export function keyed(parent, items, keyOf, born, draw) {
  const known = KEPT.get(parent) ?? new Map();
  const now = new Map();
  items.forEach((item, place) => {
    let key = String(keyOf(item, place));
    while (now.has(key)) key += "'"; // two of one name
    const child = known.get(key) ?? born(item);
    now.set(key, child);
    draw(child, item, place);
  });
  for (const [key, child] of known) if (!now.has(key)) child.remove();
  let next = parent.firstElementChild;
  for (const child of now.values()) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
  KEPT.set(parent, now);
  return [...now.values()];
}
