// What is wrong with the leaves of a wall: texts that are cut, overlap, are too small, or larger than the title.
([inches, metres]) => {
  const [width, height] = [innerWidth, innerHeight];
  const asked = (metres * 1000 * 0.004654 * Math.hypot(width, height)) / (inches * 25.4);
  const least = Math.min(asked, height / 18, width / 28);
  const far = document.getElementById("far").textContent; // said where the last rows cannot be reached in any case
  const inside = (box, edge) =>
    box.left >= edge.left - 1 && box.right <= edge.right + 1 && box.top >= edge.top - 1 && box.bottom <= edge.bottom + 1;

  function look() {
    const faults = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > width || root.scrollHeight > height) faults.push("a scroll bar");
    const title = parseFloat(getComputedStyle(document.querySelector("article[data-now] h1")).fontSize);
    const walker = document.createTreeWalker(document.getElementById("wall"), NodeFilter.SHOW_TEXT);
    const boxes = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const place = text.parentElement;
      if (!text.data.trim() || !place.checkVisibility({ visibilityProperty: true })) continue;
      const size = parseFloat(getComputedStyle(place).fontSize);
      if (size < least - 0.01 && !(far && place.closest(".rows"))) faults.push(`${size}px: ${text.data}`);
      if (size > title + 0.01) faults.push(`larger than the title: ${text.data}`);
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (right - left < 1) continue;
        // The sign itself: a line is higher than what is drawn in it.
        const middle = (top + bottom) / 2;
        boxes.push({ place, said: text.data, left, right, top: middle - 0.42 * size, bottom: middle + 0.42 * size });
      }
    }
    for (const box of boxes) {
      for (let each = box.place; each; each = each.parentElement) {
        const { overflow, contain } = getComputedStyle(each);
        const cuts = overflow !== "visible" || contain.includes("strict") || each === document.body;
        if (cuts && !inside(box, each.getBoundingClientRect())) faults.push(`cut by ${each.className || each.tagName}: ${box.said}`);
      }
      const frame = box.place.closest(".tile, .chip, .figure, .row, footer, #strip, .legend, .empty");
      if (frame && !inside(box, frame.getBoundingClientRect())) faults.push(`beyond ${frame.className || frame.tagName}: ${box.said}`);
    }
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 1.5 && down > 1.5) faults.push(`${one.said} overlaps ${other.said}`);
      }
    });
    return faults.slice(0, 5);
  }

  const said = {};
  const count = document.getElementById("count");
  while (!(count.textContent in said)) {
    said[count.textContent] = look();
    dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  }
  return said;
}
