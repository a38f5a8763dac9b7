"use strict";
// Everything works without this. With it, pictures can be zoomed and asked, and "/" goes to the search.
(() => {
  const library = () => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/static/vega.js";
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  const options = { ast: true, actions: false, defaultStyle: false, renderer: "svg", tooltip: { disableDefaultStyle: true } };
  const draw = async (place) => {
    const answer = await fetch(place.dataset.picture);
    if (!answer.ok) throw new Error(await answer.text());
    await window.vegaEmbed(place, await answer.json(), options);
  };
  const fallBack = (place) => {
    const image = document.createElement("img");
    image.src = place.dataset.picture.replace(".json", ".svg");
    image.alt = place.parentElement.querySelector("figcaption")?.textContent ?? "";
    place.replaceChildren(image);
  };
  const places = [...document.querySelectorAll("[data-picture]")];
  if (places.length) library().then(() => places.forEach((place) => draw(place).catch(() => fallBack(place))), () => places.forEach(fallBack));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    document.getElementById("q").focus();
  });
})();
