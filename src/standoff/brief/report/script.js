"use strict";
// Everything works without this. With it, words answer: all their readings are shown together and lit as one, and
// keys go from reading to reading.
(() => {
  const MOST_SHOWN = 12;
  const here = document.getElementById("here");
  const keys = document.getElementById("keys");
  const reports = [...document.querySelectorAll(".report")].map((section) => ({ section, loaded: null }));
  const pieceOf = (node) => ({ node, at: Number(node.dataset.o) });
  const entryOf = (node) => ({
    node, layer: node.classList[1],
    places: node.dataset.at.split(" ").map((place) => place.split("-").map(Number)),
  });
  const first = (entry) => Math.min(...entry.places.map(([start]) => start));
  const load = (report) => report.loaded ??= {
    pieces: [...report.section.querySelectorAll(".text [data-o]")].map(pieceOf),
    entries: [...report.section.querySelectorAll(".entry")].map(entryOf),
  };
  const reportOf = (node) => reports.find((report) => report.section.contains(node));
  const isOn = (layer) => document.getElementById("on-" + layer)?.checked ?? true;
  const covers = (at) => ([start, end]) => start <= at ? at < end : false;
  const width = (entry, at) => Math.min(...entry.places.filter(covers(at)).map(([start, end]) => end - start));
  const piecesOf = (report, entry) => load(report).pieces.filter((piece) => entry.places.some(covers(piece.at)));

  function readingsAt(report, at) {
    const found = load(report).entries.filter((entry) => isOn(entry.layer) ? entry.places.some(covers(at)) : false);
    return found.sort((left, right) => width(left, at) - width(right, at));
  }
  function light(report, entries, name) {
    for (const node of document.querySelectorAll(".text ." + name)) node.classList.remove(name);
    const places = entries.flatMap((entry) => entry.places);
    if (places.length) for (const piece of load(report).pieces)
      if (places.some((place) => covers(piece.at)(place))) piece.node.classList.add(name);
  }

  // The card of what was chosen. Where the report is served, its fields are asked for.
  let cameFrom = null;
  function close() {
    if (here.hidden) return;
    here.hidden = true;
    here.replaceChildren();
    cameFrom?.focus({ preventScroll: true });
    cameFrom = null;
  }
  const copied = (entries) => entries.map((entry) => {
    const copy = entry.node.cloneNode(true);
    for (const fold of copy.querySelectorAll("details")) fold.open = true;
    for (const node of [copy, ...copy.querySelectorAll("[id]")]) node.removeAttribute("id");
    return copy;
  });
  async function fill(report, list, entries) {
    const asked = entries.filter((entry) => entry.node.dataset.id);
    if (!report.section.dataset.entries || !asked.length) return;
    const query = asked.map((entry) => "reading=" + encodeURIComponent(entry.node.dataset.id)).join("&");
    const answer = await fetch(report.section.dataset.entries + "?" + query);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const whole = new Map([...page.querySelectorAll(".entry")].map((node) => [node.dataset.id, node]));
    [...list.children].forEach((shown, number) => {
      const node = whole.get(entries[number].node.dataset.id);
      if (node) shown.replaceWith(...copied([{ node }]));
    });
  }
  function show(report, found, from) {
    const list = document.createElement("ol"), button = document.createElement("button"), title = document.createElement("h3");
    const entries = found.slice(0, MOST_SHOWN);
    title.textContent = found.length === 1 ? "One reading here" : found.length + " readings here";
    button.textContent = "Close";
    button.addEventListener("click", close);
    list.append(...copied(entries));
    here.replaceChildren(button, title, list);
    here.hidden = false;
    here.scrollTop = 0;
    cameFrom = from;
    here.focus({ preventScroll: true });
    fill(report, list, entries).catch(() => {});
  }
  function intoView(node) {
    const box = node.getBoundingClientRect(), bar = 90;
    const wide = here.offsetWidth > innerWidth / 2 ? here.offsetHeight : 0;
    if (box.top < bar || box.bottom > innerHeight - wide - 40) scrollBy({ top: box.top - innerHeight / 4 });
  }
  document.addEventListener("click", (event) => {
    const piece = event.target.closest(".text [data-o]");
    if (!piece || String(getSelection()) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const report = reportOf(piece), found = readingsAt(report, Number(piece.dataset.o));
    if (!found.length) return;
    event.preventDefault();
    choose(report, found[0]);
    show(report, found, piece);
    intoView(piece);
  });
  const hint = (event) => {
    const piece = event.target.closest(".text [data-o]"), entry = event.target.closest(".side .entry");
    if (!piece) if (!entry) return;
    const report = reportOf(piece ?? entry);
    const found = piece ? readingsAt(report, Number(piece.dataset.o)).slice(0, 1) : load(report).entries.filter((each) => each.node === entry);
    light(report, found, "near");
  };
  document.addEventListener("mouseover", hint);
  document.addEventListener("focusin", hint);

  // Going from reading to reading.
  let chosen = null;
  function choose(report, entry) {
    for (const node of document.querySelectorAll(".side .entry.lit")) node.classList.remove("lit");
    chosen = { report, entry };
    light(report, [entry], "lit");
    entry.node.classList.add("lit");
    const side = report.section.querySelector(".side"), group = entry.node.closest("details.group");
    if (group) group.open = true;
    if (getComputedStyle(side).position === "sticky") {
      const box = entry.node.getBoundingClientRect(), around = side.getBoundingClientRect();
      if (box.top < around.top + 60 || box.bottom > around.bottom - 20) side.scrollTop += box.top - around.top - around.height / 3;
    }
  }
  function inOrder(report) {
    const known = load(report);
    return known.sorted ??= [...known.entries].sort((left, right) => first(left) - first(right) || right.places.length - left.places.length);
  }
  // Where the reader is: at what is chosen, else at the first words in sight.
  function whereabouts() {
    if (chosen) return chosen;
    const report = reports.find(({ section }) => section.getBoundingClientRect().bottom > 100) ?? reports[0];
    const piece = load(report).pieces.find(({ node }) => node.getBoundingClientRect().top > 80);
    return { report, entry: null, at: piece ? piece.at - .5 : -1 };
  }
  function step(by, sameLayer) {
    if (!reports.length) return;
    const now = whereabouts(), { report } = now;
    const open = (entry) => isOn(entry.layer) ? (sameLayer ? (now.entry ? entry.layer === now.entry.layer : true) : true) : false;
    const order = inOrder(report), at = now.entry ? order.indexOf(now.entry) : -1;
    const ahead = now.entry ? (by > 0 ? order.slice(at + 1) : order.slice(0, at).reverse())
      : by > 0 ? order.filter((entry) => first(entry) > now.at) : order.filter((entry) => first(entry) < now.at).reverse();
    const next = ahead.find(open);
    if (!next) return;
    choose(report, next);
    const piece = piecesOf(report, next)[0]?.node;
    if (!piece) return;
    if (!piece.hasAttribute("href")) piece.tabIndex = -1;
    piece.focus({ preventScroll: true });
    intoView(piece);
    if (!here.hidden) show(report, [next], piece);
  }
  function open() {
    if (!chosen) return;
    const { report, entry } = chosen, at = first(entry);
    show(report, [entry, ...readingsAt(report, at).filter((each) => each !== entry)], piecesOf(report, entry)[0]?.node);
  }
  const isField = (node) => node.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const acts = {
    j: () => step(1, false), n: () => step(1, false), k: () => step(-1, false), p: () => step(-1, false),
    J: () => step(1, true), N: () => step(1, true), K: () => step(-1, true), P: () => step(-1, true),
    "?": () => { keys.open = !keys.open; if (keys.open) keys.querySelector("summary").focus(); },
    Escape: () => { if (keys.open) keys.open = false; else close(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    const onWords = event.target === document.body || event.target.closest(".text");
    const act = event.key === "Enter" ? (onWords ? (chosen ? open : null) : null) : acts[event.key];
    const box = /^[1-9]$/.test(event.key) ? document.querySelector(`input[data-key="${event.key}"]`) : null;
    if (!act && !box) return;
    event.preventDefault();
    if (box) box.click();
    else act();
  });
  // A click on words makes them where the keys go on from; so does whoever comes to them by Tab.
  document.addEventListener("focusin", (event) => {
    const piece = event.target.closest(".text [data-o]");
    if (!piece) return;
    const report = reportOf(piece);
    if (chosen?.report === report && chosen.entry.places.some(covers(Number(piece.dataset.o)))) return;
    const found = readingsAt(report, Number(piece.dataset.o));
    if (found.length) choose(report, found[0]);
  });

  const follow = () => {
    const asked = document.querySelector(".group.o .entry");
    if (asked) {
      const report = reportOf(asked);
      choose(report, load(report).entries.find((entry) => entry.node === asked));
    }
    const place = /s-(\d+)-(\d+)$/.exec(decodeURIComponent(location.hash)), target = place ? document.getElementById(location.hash.slice(1)) : null;
    if (!target) return;
    const report = reportOf(target);
    light(report, [{ places: [[Number(place[1]), Number(place[2])]] }], "lit");
    if (!asked) chosen = null;
  };
  addEventListener("hashchange", follow);
  follow();
})();
