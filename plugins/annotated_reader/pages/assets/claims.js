// The claims page: which claims are shown, and in which order. The address carries both.
// Without this script all are shown, text by text; so they are while nothing is chosen.

const page = document.querySelector('.ar[data-page="claims"]');
const form = page?.querySelector(".ar-claim-choices");

function begin() {
  const claims = [...page.querySelectorAll(".ar-claim")].map((element, place) => {
    const { checked, rank } = element.dataset;
    return { element, place, checked, rank: Number(rank), home: element.parentElement };
  });
  fillIn();
  show(claims);
  form.hidden = false;
  form.addEventListener("change", () => choose(claims));
  form.addEventListener("reset", () => setTimeout(choose, 0, claims));
  form.querySelector(".ar-print").addEventListener("click", () => print());
}

function facets() {
  return [...form.querySelectorAll("[data-facet]")].map((group) => {
    const boxes = [...group.querySelectorAll("input")];
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    return { name: group.dataset.facet, boxes, chosen };
  });
}

const has = (claim, name, value) => claim.element.dataset[name].split("|").includes(value);
const fits = (claim, { name, chosen }) =>
  chosen.length === 0 || chosen.some((value) => has(claim, name, value));

/** Choose what the address says, as far as it is there to be chosen. */
function fillIn() {
  const query = new URLSearchParams(location.search);
  for (const { name, boxes } of facets()) {
    const wanted = query.getAll(name);
    for (const box of boxes) box.checked = wanted.includes(box.value);
  }
  const order = [...form.elements.sort].find((input) => input.value === query.get("sort"));
  if (order) order.checked = true;
}

function choose(claims) {
  show(claims);
  const url = new URL(location.href);
  url.hash = "";
  for (const { name, chosen } of facets()) {
    url.searchParams.delete(name);
    for (const value of chosen) url.searchParams.append(name, value);
  }
  url.searchParams.delete("sort");
  if (form.elements.sort.value !== "text") url.searchParams.set("sort", form.elements.sort.value);
  // A page opened from disk may not change its address.
  if (location.protocol.startsWith("http")) history.replaceState(history.state, "", url);
}

function show(claims) {
  const chosen = facets();
  for (const claim of claims) {
    claim.element.hidden = !chosen.every((facet) => fits(claim, facet));
  }
  sort(claims);
  const filtered = chosen.some((facet) => facet.chosen.length > 0);
  for (const section of page.querySelectorAll(".ar-claims")) {
    const empty = !section.querySelector(".ar-claim:not([hidden])");
    section.hidden = empty && (filtered || form.elements.sort.value !== "text");
  }
  count(claims, chosen);
}

const ORDERS = {
  text: () => 0,
  verdict: (a, b) => a.rank - b.rank,
  reason: (a, b) => byName(a.element.dataset.reason, b.element.dataset.reason),
  by: (a, b) => byName(a.element.dataset.by, b.element.dataset.by),
  newest: (a, b) => b.checked.localeCompare(a.checked),
  oldest: (a, b) => a.checked.localeCompare(b.checked),
};

/** Names in the order of their letters; what has none comes last. */
function byName(a, b) {
  return (a === "") - (b === "") || a.localeCompare(b);
}

/** In the order of the texts each claim stands under its text, else all are one list. */
function sort(claims) {
  const name = form.elements.sort.value;
  const list = page.querySelector(".ar-sorted");
  const sorted = [...claims].sort((a, b) => ORDERS[name](a, b) || a.place - b.place);
  for (const { element, home } of sorted) (name === "text" ? home : list).append(element);
  list.hidden = name === "text";
}

/** Write behind each choice how many claims it stands for, as the others are. */
function count(claims, chosen) {
  const output = form.querySelector(".ar-claims-shown");
  const shown = claims.filter(({ element }) => !element.hidden).length;
  output.textContent = output.dataset.shown.replace("{shown}", shown).replace("{all}", claims.length);
  for (const { name, boxes } of chosen) {
    const others = chosen.filter((facet) => facet.name !== name);
    const left = claims.filter((claim) => others.every((facet) => fits(claim, facet)));
    for (const box of boxes) {
      const number = left.filter((claim) => has(claim, name, box.value)).length;
      box.closest("label").querySelector(".ar-count").textContent = number;
    }
  }
}

if (form) begin();
