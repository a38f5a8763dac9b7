"use strict";
// Everything works without this. With it, words answer: all their readings are shown together and lit as one.
(() => {
  const here = document.getElementById("here");
  const reports = [...document.querySelectorAll(".report")].map((section) => ({ section, loaded: null }));
  const load = (report) => report.loaded ??= {
    pieces: [...report.section.querySelectorAll(".words [data-o]")].map((node) => ({ node, at: Number(node.dataset.o) })),
    entries: [...report.section.querySelectorAll(".entry")].map((node) => ({
      node, layer: node.classList[1],
      places: node.dataset.at.split(" ").map((place) => place.split("-").map(Number)),
    })),
  };
  const reportOf = (node) => reports.find((report) => report.section.contains(node));
  const isOn = (layer) => document.getElementById("on-" + layer).checked;
  const covers = (at) => ([start, end]) => start <= at ? at < end : false;
  const width = (entry, at) => Math.min(...entry.places.filter(covers(at)).map(([start, end]) => end - start));

  function readingsAt(report, at) {
    const found = load(report).entries.filter((entry) => isOn(entry.layer) ? entry.places.some(covers(at)) : false);
    return found.sort((left, right) => width(left, at) - width(right, at));
  }
  function light(report, entries, name) {
    for (const node of document.querySelectorAll(".words ." + name)) node.classList.remove(name);
    const places = entries.flatMap((entry) => entry.places);
    if (places.length) for (const piece of load(report).pieces)
      if (places.some((place) => covers(piece.at)(place))) piece.node.classList.add(name);
  }
  function close() {
    here.hidden = true;
    here.replaceChildren();
  }
  function show(report, found) {
    const list = document.createElement("ol"), button = document.createElement("button"), title = document.createElement("h3");
    title.textContent = found.length === 1 ? "One reading here" : found.length + " readings here";
    button.textContent = "Close";
    button.addEventListener("click", close);
    for (const entry of found.slice(0, 12)) {
      const card = entry.node.cloneNode(true);
      for (const fold of card.querySelectorAll("details")) fold.open = true;
      for (const node of card.querySelectorAll("[id]")) node.removeAttribute("id");
      list.append(card);
    }
    here.replaceChildren(button, title, list);
    here.hidden = false;
    here.scrollTop = 0;
  }
  document.addEventListener("click", (event) => {
    const piece = event.target.closest(".words [data-o]");
    if (!piece || String(getSelection())) return;
    const report = reportOf(piece), found = readingsAt(report, Number(piece.dataset.o));
    if (!found.length) return;
    event.preventDefault();
    light(report, found.slice(0, 1), "lit");
    show(report, found);
    if (piece.getBoundingClientRect().bottom > here.getBoundingClientRect().top)
      if (here.offsetWidth > innerWidth / 2) scrollBy({ top: piece.getBoundingClientRect().top - innerHeight / 4 });
  });
  const hint = (event) => {
    const piece = event.target.closest(".words [data-o]"), entry = event.target.closest(".side .entry");
    if (!piece) if (!entry) return;
    const report = reportOf(piece ?? entry);
    const found = piece ? readingsAt(report, Number(piece.dataset.o)).slice(0, 1) : load(report).entries.filter((each) => each.node === entry);
    light(report, found, "near");
  };
  document.addEventListener("mouseover", hint);
  document.addEventListener("focusin", hint);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  const follow = () => {
    const place = /s-(\d+)-(\d+)$/.exec(decodeURIComponent(location.hash)), target = place ? document.getElementById(location.hash.slice(1)) : null;
    if (!target) return;
    const report = reportOf(target);
    light(report, [{ places: [[Number(place[1]), Number(place[2])]] }], "lit");
  };
  addEventListener("hashchange", follow);
  follow();
})();
