// The contact sheet: choose a name, tap pictures. The ticks it sets are the form's own, so nothing is lost without it.
document.addEventListener("DOMContentLoaded", () => {
  const sheet = document.getElementById("sheet");
  if (!sheet) return;
  const picks = [...sheet.querySelectorAll(".who-pick")];
  const tiles = [...sheet.querySelectorAll(".tile")];
  const hits = tiles.map((t) => t.querySelector(".tile-hit"));
  const status = document.getElementById("tapped");
  const say = sayer(sheet);
  let who = null;

  const draw = () => {
    tiles.forEach((tile, i) => {
      const boxes = [...tile.querySelectorAll("[name=in]")];
      tile.classList.toggle("tapped", boxes.some((b) => b.checked));
      hits[i].setAttribute("aria-pressed", who !== null && boxes.some((b) => b.checked && b.dataset.person === who) ? "true" : "false");
    });
  };

  const choose = (pick) => {
    who = pick.dataset.who;
    picks.forEach((p) => p.setAttribute("aria-pressed", p === pick ? "true" : "false"));
    draw();
    const n = sheet.querySelectorAll(`[data-person="${who}"]:checked`).length;
    status.textContent = say("tap", pick.querySelector(".name").textContent, n);
  };

  const tap = (tile) => {
    if (picks.length === 0) return;
    if (who === null) {
      status.textContent = say("first");
      picks[0].focus();
      return;
    }
    const box = tile.querySelector(`[data-person="${who}"]`);
    box.checked = !box.checked;
    draw();
    status.textContent = say(box.checked ? "tapped" : "untapped", sheet.querySelectorAll(`[data-person="${who}"]:checked`).length);
  };

  picks.forEach((p) => p.addEventListener("click", () => choose(p)));
  hits.forEach((h, i) => h.addEventListener("click", () => tap(tiles[i])));
  sheet.addEventListener("change", draw);

  sheet.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-9]$/.test(event.key) && picks[event.key - 1]) {
      choose(picks[event.key - 1]);
      event.preventDefault();
      return;
    }
    const at = hits.indexOf(document.activeElement);
    if (at < 0) return;
    const top = (i) => Math.round(hits[i].getBoundingClientRect().top);
    let perRow = 1;
    while (perRow < hits.length && top(perRow) === top(0)) perRow++;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + perRow, ArrowUp: at - perRow, Home: 0, End: hits.length - 1 }[event.key];
    if (to !== undefined && hits[to]) {
      hits[to].focus();
      event.preventDefault();
    }
  });

  // Names do not stay on a screen others can see.
  const show = document.getElementById("show-names");
  if (show) {
    let timer = 0;
    const reveal = () => {
      sheet.classList.remove("names-hidden");
      show.hidden = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        sheet.classList.add("names-hidden");
        show.hidden = false;
      }, 60000);
    };
    show.addEventListener("click", () => { reveal(); picks[0]?.focus(); });
    reveal();
  }

  draw();
});
