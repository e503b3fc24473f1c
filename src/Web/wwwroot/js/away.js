// A page nobody touches is covered, then left: pictures of children do not stay on a screen.
// The browser's pages tell each other when they are touched or sending, so that one left open ends nobody's work in another.
(() => {
  const cover = document.getElementById("away");
  if (!cover) return;
  const coverAfter = Number(cover.dataset.coverAfter) * 1000;
  const lockAfter = Number(cover.dataset.lockAfter) * 1000;
  const tellEvery = 5000;
  const sendingFor = 90000; // a page nobody sees gets its turn once a minute
  let touched = 0;

  // kept, not sent as a message: a page that was frozen knows it before it does anything else
  const tell = (what) => { if (Date.now() - told(what) >= tellEvery) localStorage.setItem(what, Date.now()); };
  const told = (what) => { const at = Number(localStorage.getItem(what)); return at <= Date.now() ? at : 0; };
  const touch = () => { touched = Date.now(); tell("touched"); };

  const show = (covered) => {
    cover.hidden = !covered;
    document.querySelectorAll("header, main").forEach((part) => { part.inert = covered; }); // main may be another one by now
    document.documentElement.classList.toggle("covered", covered);
    if (covered) cover.querySelector("button").focus();
  };

  touch();
  ["pointerdown", "keydown", "wheel", "touchstart"].forEach((what) =>
    addEventListener(what, () => { if (cover.hidden) touch(); }, { passive: true, capture: true }));
  cover.querySelector("[data-back]").addEventListener("click", () => { touch(); show(false); });

  // by the clock, not by a timer: a device that slept is late at once
  setInterval(() => {
    const sends = document.documentElement.classList.contains("sending");
    if (sends) tell("sending");
    const last = Math.max(touched, told("touched"));
    const still = Date.now() - last;
    const sending = sends || Date.now() - told("sending") < sendingFor;
    if (still >= coverAfter + lockAfter && !sending) cover.querySelector("form").submit();
    else if (still >= coverAfter && cover.hidden) show(true);
  }, 1000);
})();
