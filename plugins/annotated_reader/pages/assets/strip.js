// The strip is one stop of the Tab key; arrows go from sign to sign (ARIA practices, toolbar).

const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 };

export function beginStrip(root) {
  const list = root.querySelector(".ar-strip-list");
  const links = [...(list?.querySelectorAll("a") ?? [])];
  links.forEach((link, index) => (link.tabIndex = index ? -1 : 0));
  list?.addEventListener("keydown", (event) => {
    const sideways = event.key === "ArrowRight" || event.key === "ArrowLeft";
    const sign = sideways && getComputedStyle(list).direction === "rtl" ? -1 : 1;
    const to = { Home: 0, End: links.length - 1 }[event.key] ??
      (STEPS[event.key] && links.indexOf(document.activeElement) + sign * STEPS[event.key]);
    if (to === undefined || !links[to]) return;
    event.preventDefault();
    move(links, links[to]);
  });
  list?.addEventListener("focusin", (event) => move(links, event.target, { focus: false }));
}

function move(links, chosen, { focus = true } = {}) {
  for (const link of links) link.tabIndex = link === chosen ? 0 : -1;
  if (focus) chosen.focus();
}
