"use strict";
// Everything works without this. With it, pictures can be moved, zoomed and asked, and "/" goes to the search.
(() => {
  const PATIENCE = 400; // milliseconds: the library comes from the browser's own memory, but for the first time
  const places = [...document.querySelectorAll("[data-picture]")];

  const library = (address) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });

  // What the server draws: at first where the library is slow, and for good where anything fails.
  const still = (place) => {
    const width = Math.min(2000, Math.max(240, Math.round(place.clientWidth / 20) * 20));
    const address = new URL(place.dataset.picture.replace(".json", ".svg"), location.href);
    address.searchParams.set("width", width);
    const image = document.createElement("img");
    image.src = address;
    image.alt = place.dataset.title;
    place.replaceChildren(image);
  };

  // One tooltip for all pictures: words of reports, so text and nothing else; it stays inside the window.
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  const show = (value, x, y) => {
    tip.hidden = value === null || value === undefined || value === "";
    if (tip.hidden) return;
    const rows = typeof value === "object" ? Object.entries(value) : [["", value]];
    tip.replaceChildren(...rows.filter(([, told]) => told !== null && told !== "").map(([name, told]) => {
      const row = document.createElement("p");
      const key = document.createElement("span");
      key.textContent = name;
      row.append(key, String(told));
      return row;
    }));
    const { width, height } = tip.getBoundingClientRect();
    const below = y + 16 + height < innerHeight - 8;
    tip.style.left = `${Math.max(8, Math.min(x + 12, innerWidth - width - 8))}px`;
    tip.style.top = `${Math.max(8, below ? y + 16 : y - height - 12)}px`;
  };
  const onTooltip = (_handler, event, _item, value) => show(value, event.clientX, event.clientY);

  // The marks that lead somewhere, from left to right: Vega keeps what a mark shows in its element.
  const marks = (place) => {
    const frame = place.getBoundingClientRect();
    const inside = (box) => box.right > frame.left && box.left < frame.right;
    return [...place.querySelectorAll("svg [role~='graphics-symbol']")]
      .filter((mark) => mark.__data__?.href && inside(mark.getBoundingClientRect()))
      .map((mark) => ({ mark, box: mark.getBoundingClientRect() }))
      .sort((one, other) => one.box.left - other.box.left || one.box.top - other.box.top)
      .map(({ mark }) => mark);
  };
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };
  const onKey = (place) => (event) => {
    const found = marks(place);
    if (event.ctrlKey || event.altKey || event.metaKey || !found.length) return;
    const at = found.indexOf(document.activeElement);
    if (event.key === "Escape" && at >= 0) {
      place.focus();
    } else if (event.key === "Enter" && at >= 0) {
      location.assign(new URL(found[at].__data__.href, location.href));
    } else if (event.key in STEPS) {
      const next = found[Math.min(found.length - 1, Math.max(0, at < 0 ? 0 : at + STEPS[event.key]))];
      next.setAttribute("tabindex", "-1");
      next.setAttribute("role", "graphics-symbol link");
      next.focus();
      const box = next.getBoundingClientRect();
      show(next.__data__.tooltip, box.right, box.bottom);
    } else {
      return;
    }
    event.preventDefault();
  };
  const listen = (place) => {
    place.tabIndex = 0;
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", `${place.dataset.title.replace(/\.$/, "")}. Arrow keys go from mark to mark, Enter opens one.`);
    place.addEventListener("keydown", onKey(place));
    place.addEventListener("focusout", () => show(null));
  };

  const options = { ast: true, actions: false, defaultStyle: false, renderer: "svg", tooltip: onTooltip };
  const draw = async (place, answer) => {
    const stage = document.createElement("div");
    stage.className = "stage";
    place.replaceChildren(stage);
    await window.vegaEmbed(stage, answer, options);
    if (marks(place).length) listen(place);
  };
  const asked = async (place) => {
    const answer = await fetch(place.dataset.picture);
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };
  const begin = async () => {
    document.body.append(tip);
    const slow = setTimeout(() => places.forEach(still), PATIENCE);
    const answers = places.map((place) => asked(place).catch(() => null));
    try {
      await library(places[0].dataset.library);
    } catch {
      clearTimeout(slow);
      return places.forEach(still);
    }
    clearTimeout(slow);
    return places.forEach(async (place, number) => {
      try {
        await draw(place, await answers[number]);
      } catch {
        still(place);
      }
    });
  };
  if (places.length) begin();

  // A page that waits for something looks by itself whether it is there, and changes only when it is.
  const banner = document.querySelector("[data-again]");
  const lookAgain = () => setTimeout(async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok && !(await answer.text()).includes('data-again="')) location.reload();
    else lookAgain();
  }, 1000 * banner.dataset.again);
  if (banner) lookAgain();

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(null);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    document.getElementById("q").focus();
  });
})();
