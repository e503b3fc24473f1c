// The keyboard on a picture's page, and faces that light up with their row.
(() => {
  let face = null;

  const choose = (number, focus) => {
    face = number;
    document.querySelectorAll(".chosen").forEach((e) => e.classList.remove("chosen"));
    document.querySelectorAll(`.box[data-face="${number}"], .face-row[data-face="${number}"]`).forEach((e) => e.classList.add("chosen"));
    const row = document.querySelector(`.face-row[data-face="${number}"]`);
    if (focus) (row?.querySelector("input") ?? row?.querySelector("button"))?.focus();
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

  document.addEventListener("click", (event) => {
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
    const typing = event.target.closest?.("select, input, textarea");
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
    } else if (/^[a-z?]$/.test(key)) {
      done = press(document.querySelector(`[data-key="${CSS.escape(key)}"]`));
    }
    if (done) event.preventDefault();
  });

  document.addEventListener("page-changed", () => { if (face !== null) choose(face, false); });
})();
