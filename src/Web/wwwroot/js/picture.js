// Names found while they are typed, and boxes drawn on the picture. Without it the fields and buttons do the same.
(() => {
  const placeOf = (input) => document.getElementById(input.getAttribute("aria-describedby"));
  const namesOf = (place) => [...place.querySelectorAll(".found-name")];
  let asked = 0;
  let timer = 0;

  const find = async (input) => {
    const mine = ++asked;
    const sent = new FormData();
    sent.set("typed", input.value);
    sent.set("__RequestVerificationToken", input.form.elements.__RequestVerificationToken.value);
    const answer = await fetch(input.dataset.find, { method: "POST", body: sent });
    if (!answer.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    placeOf(input).replaceChildren(...page.body.children);
  };

  document.addEventListener("input", (event) => {
    const input = event.target.closest?.("[data-find]");
    if (!input) return;
    clearTimeout(timer);
    asked++;
    if (input.value.trim() === "") {
      placeOf(input).replaceChildren();
      return;
    }
    timer = setTimeout(() => find(input).catch(() => {}), 150);
  });

  document.addEventListener("keydown", async (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const input = event.target.closest?.("[data-find]");
    if (input) {
      const names = namesOf(placeOf(input));
      if (event.key === "ArrowDown") {
        event.preventDefault();
        if (names.length === 0) await find(input).catch(() => {});
        namesOf(placeOf(input))[0]?.focus();
      } else if (event.key === "Enter") {
        event.preventDefault();
        clearTimeout(timer);
        if (names.length > 1) names[0].focus();
        else if (names.length === 1) names[0].click();
        else if (input.value.trim() !== "") input.nextElementSibling.click();
      } else if (event.key === "Escape") {
        placeOf(input).replaceChildren();
      }
      return;
    }
    const name = event.target.closest?.(".found-name");
    if (!name) return;
    const place = name.closest(".found-place");
    const names = namesOf(place);
    const field = document.querySelector(`[aria-describedby="${place.id}"]`);
    const at = names.indexOf(name);
    const to = { ArrowDown: names[at + 1] ?? name, ArrowUp: names[at - 1] ?? field, Escape: field }[event.key];
    if (!to) return;
    event.preventDefault();
    if (event.key === "Escape") place.replaceChildren();
    to.focus();
  });

  // One tool at a time may draw: the open one.
  const tool = () => document.querySelector("details[data-draw][open]");
  const field = (of, name) => document.getElementById(`${of.dataset.draw}-${name}`);
  const picture = () => document.querySelector(".stage .frame");
  let from = null;

  const show = () => {
    const of = tool();
    const faces = document.getElementById("faces");
    picture()?.classList.toggle("drawing", of !== null);
    faces?.querySelector(".drawn")?.remove();
    if (!of || !faces) return;
    const [left, top, width, height] = ["left", "top", "width", "height"].map((n) => Number.parseFloat(field(of, n).value));
    if (!(width > 0 && height > 0)) return;
    const box = faces.viewBox.baseVal;
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    rect.setAttribute("class", "drawn");
    rect.setAttribute("x", (left * box.width) / 100);
    rect.setAttribute("y", (top * box.height) / 100);
    rect.setAttribute("width", (width * box.width) / 100);
    rect.setAttribute("height", (height * box.height) / 100);
    faces.append(rect);
  };

  const at = (event) => {
    const area = document.getElementById("faces").getBoundingClientRect();
    const within = (v) => Math.min(100, Math.max(0, v * 100));
    return [within((event.clientX - area.left) / area.width), within((event.clientY - area.top) / area.height)];
  };

  const draw = (event) => {
    const [x, y] = at(event);
    const set = (name, value) => { field(tool(), name).value = value.toFixed(2); };
    set("left", Math.min(x, from[0]));
    set("top", Math.min(y, from[1]));
    set("width", Math.abs(x - from[0]));
    set("height", Math.abs(y - from[1]));
    show();
  };

  document.addEventListener("pointerdown", (event) => {
    if (!tool() || !event.target.closest?.(".stage .frame")) return;
    event.preventDefault();
    from = at(event);
  });

  document.addEventListener("pointermove", (event) => {
    if (from && tool()) draw(event);
  });

  document.addEventListener("pointerup", (event) => {
    if (from && tool()) draw(event);
    from = null;
  });

  document.addEventListener("click", (event) => {
    if (tool() && event.target.closest?.(".stage .frame")) event.stopPropagation();
  }, true);

  document.addEventListener("toggle", (event) => {
    if (!event.target.matches?.("details[data-draw]")) return;
    if (event.target.open) {
      document.querySelectorAll("details[data-draw][open]").forEach((d) => { if (d !== event.target) d.open = false; });
    }
    show();
  }, true);

  document.addEventListener("input", (event) => {
    if (event.target.closest?.("details[data-draw]")) show();
  });

  document.addEventListener("page-changed", show);
})();
