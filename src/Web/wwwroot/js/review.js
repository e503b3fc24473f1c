// The keyboard on a picture's page, and faces that light up with their row.
(() => {
  let face = null;

  const choose = (number, focus) => {
    face = number;
    document.querySelectorAll(".chosen").forEach((e) => e.classList.remove("chosen"));
    document.querySelectorAll(`.box[data-face="${number}"], .face-row[data-face="${number}"]`).forEach((e) => e.classList.add("chosen"));
    const row = document.querySelector(`.face-row[data-face="${number}"]`);
    if (focus) (row?.querySelector("input") ?? row)?.focus(); // never a button: the next key must not take a name away
  };

  const press = (element) => {
    if (!element) return false;
    if (element.tagName === "DETAILS") {
      element.open = true;
      (element.querySelector("input") ?? element.querySelector("button"))?.focus();
    } else {
      element.click();
    }
    return true;
  };

  const nextAlike = () => {
    const ticks = [...document.querySelectorAll("#alike input")];
    const next = ticks[(ticks.indexOf(document.activeElement) + 1) % ticks.length];
    next?.focus();
    next?.closest("li").scrollIntoView({ block: "nearest" });
    return next !== undefined;
  };

  const openLarge = (link) => {
    const large = document.getElementById("large");
    large.querySelector("img")?.remove();
    const image = new Image();
    image.src = link.href;
    image.alt = link.querySelector("img").alt;
    large.prepend(image);
    large.showModal();
  };

  document.addEventListener("click", (event) => {
    const large = event.target.closest?.(".alike-large");
    if (large && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openLarge(large);
    }
    const box = event.target.closest?.(".box");
    if (box) choose(box.dataset.face, true);
    if (event.target.closest?.("[data-keys-help]")) document.getElementById("keys")?.showModal();
  });

  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.(".face-row");
    if (row && row.dataset.face !== face) choose(row.dataset.face, false);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const ticking = event.target.closest?.("#alike input");
    if (ticking && event.key === "Enter") {
      event.preventDefault();
      ticking.closest("li").querySelector(".alike-large").click();
      return;
    }
    const typing = !ticking && event.target.closest?.("select, input, textarea");
    if (typing) {
      if (event.key === "Escape") typing.blur();
      return;
    }
    if (event.target.closest?.(".found-name")) return;
    const key = { ArrowRight: "j", ArrowLeft: "k" }[event.key] ?? event.key;
    let done = false;
    if (/^[1-9]$/.test(key)) {
      done = document.querySelector(`.face-row[data-face="${key}"]`) !== null;
      if (done) choose(key, true);
    } else if (key === "n" || key === "f" || key === "p" || key === "b" || key === "y") {
      done = press(document.querySelector(`.face-row[data-face="${face}"] [data-face-key="${key}"]`));
    } else if (key === "s") {
      done = nextAlike();
    } else if (/^[a-z?]$/.test(key)) {
      done = press(document.querySelector(`[data-key="${CSS.escape(key)}"]`));
    }
    if (done) event.preventDefault();
  });

  document.addEventListener("page-arrives", () => { face = null; }); // on another picture the number is somebody else
  document.addEventListener("page-changed", () => { if (face !== null) choose(face, false); });
})();

// The next pictures are fetched and decoded while this one is looked at. They are held in this page alone and go with it; whether one may be shown is the server's to say,
// which sends the page it belongs to, or does not.
(() => {
  const ready = new Map(); // address: { url, image }
  const shown = [];

  const drop = (address) => {
    const one = ready.get(address);
    ready.delete(address);
    if (one.url) URL.revokeObjectURL(one.url);
  };

  const load = async (address, one) => {
    const answer = await fetch(address);
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new Error();
    }
    one.url = URL.createObjectURL(await answer.blob());
    const image = new Image();
    image.decoding = "sync";
    image.src = one.url;
    await image.decode();
    if (ready.get(address) === one) one.image = image;
    else URL.revokeObjectURL(one.url);
  };

  const fetchAhead = async () => {
    await document.querySelector(".stage .frame img")?.decode().catch(() => {});
    const wanted = (document.getElementById("bar")?.dataset.ahead ?? "").split(" ").filter(Boolean).map((id) => `/pictures/${id}/view`);
    [...ready.keys()].filter((a) => !wanted.includes(a) && !shown.includes(a)).forEach(drop);
    for (const address of wanted) {
      if (ready.has(address)) continue;
      const one = {};
      ready.set(address, one);
      await load(address, one).catch(() => { if (ready.get(address) === one) ready.delete(address); });
    }
  };

  document.addEventListener("page-arrives", (event) => {
    const image = event.detail.querySelector(".stage .frame img");
    const address = image?.getAttribute("src");
    if (!ready.get(address)?.image) return;
    image.removeAttribute("src"); // or it would be fetched again before it is replaced
    image.dataset.ready = address;
    shown.unshift(address);
    shown.splice(2);
  });

  document.addEventListener("page-changed", () => {
    const place = document.querySelector("img[data-ready]");
    if (place) {
      const image = ready.get(place.dataset.ready).image;
      for (const { name, value } of place.attributes) if (name !== "data-ready") image.setAttribute(name, value);
      place.replaceWith(image);
    }
    fetchAhead();
  });

  document.addEventListener("DOMContentLoaded", fetchAhead);
})();
