// A page nobody touches is covered, then left: pictures of children do not stay on a screen.
(() => {
  const cover = document.getElementById("away");
  if (!cover) return;
  const coverAfter = Number(cover.dataset.coverAfter) * 1000;
  const lockAfter = Number(cover.dataset.lockAfter) * 1000;
  let touched = Date.now();

  const show = (covered) => {
    cover.hidden = !covered;
    document.querySelectorAll("header, main").forEach((part) => { part.inert = covered; }); // main may be another one by now
    document.documentElement.classList.toggle("covered", covered);
    if (covered) cover.querySelector("button").focus();
  };

  ["pointerdown", "keydown", "wheel", "touchstart"].forEach((what) =>
    addEventListener(what, () => { if (cover.hidden) touched = Date.now(); }, { passive: true, capture: true }));
  cover.querySelector("[data-back]").addEventListener("click", () => { touched = Date.now(); show(false); });

  // by the clock, not by a timer: a device that slept is late at once
  setInterval(() => {
    const still = Date.now() - touched;
    const sending = document.documentElement.classList.contains("sending");
    if (still >= coverAfter + lockAfter && !sending) cover.querySelector("form").submit();
    else if (still >= coverAfter && cover.hidden) show(true);
  }, 1000);
})();
