// The list of sources in another order. Entries bring their rank and heading: "12|A".

const ORDER = "sort";
const groups = document.querySelector(".ar-source-groups");
const choice = document.querySelector(".ar-sort select");

function place(entry, order) {
  const [rank, ...heading] = entry.getAttribute(`data-${order}`).split("|");
  return { entry, rank: Number(rank), heading: heading.join("|") };
}

function section(heading) {
  const element = document.createElement("section");
  const title = document.createElement("h2");
  title.dir = "auto";
  title.textContent = heading;
  const list = document.createElement("ul");
  list.className = "ar-bibliography";
  element.append(title, list);
  return element;
}

function arrange(order) {
  const places = [...groups.querySelectorAll(".ar-entry")].map((entry) => place(entry, order));
  places.sort((one, other) => one.rank - other.rank);
  const sections = [];
  let heading;
  for (const found of places) {
    if (!sections.length || found.heading !== heading) sections.push(section(found.heading));
    heading = found.heading;
    sections.at(-1).lastChild.append(found.entry);
  }
  groups.replaceChildren(...sections);
}

function remember(order) {
  const address = new URL(location.href);
  // The first is how the page is served.
  if (order === choice.options[0].value) address.searchParams.delete(ORDER);
  else address.searchParams.set(ORDER, order);
  history.replaceState(history.state, "", address);
}

function begin() {
  const wanted = new URLSearchParams(location.search).get(ORDER);
  const known = [...choice.options].some((option) => option.value === wanted);
  if (known) arrange(wanted);
  choice.value = known ? wanted : choice.options[0].value;
  choice.closest(".ar-sort").hidden = false;
  // The entry that the address names may have moved.
  if (known && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  choice.addEventListener("change", () => {
    arrange(choice.value);
    remember(choice.value);
  });
}

if (groups && choice) begin();
