// Many small things in a row are one stop of the Tab key; arrows go from one to the next
// (ARIA practices, toolbar).

const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

/** Make items of a container one stop. */
export function rove(container, items) {
  items.forEach((item, index) => (item.tabIndex = index ? -1 : 0));
  container.addEventListener("keydown", (event) => {
    const to = wanted(event.key, container, items.indexOf(document.activeElement), items.length - 1);
    if (!items[to]) return;
    event.preventDefault();
    items[to].focus();
  });
  container.addEventListener("focusin", ({ target }) => {
    if (items.includes(target)) for (const item of items) item.tabIndex = item === target ? 0 : -1;
  });
}

function wanted(key, container, from, last) {
  const sideways = key === "ArrowRight" || key === "ArrowLeft";
  const sign = sideways && getComputedStyle(container).direction === "rtl" ? -1 : 1;
  return { Home: 0, End: last }[key] ?? (STEPS[key] && from + sign * STEPS[key]);
}
