// Small things every page shares. Each page works without them.
document.documentElement.classList.add("js");

// What a script says comes from its page, in the page's language: the attribute data-words of the element it works on, in JSON; the script fills the holes {0}, {1}.
const sayer = (element) => {
  const words = JSON.parse(element?.dataset.words ?? "{}");
  return (name, ...values) => (words[name] ?? name).replace(/\{(\d)\}/g, (_, hole) => values[hole]);
};

// What went wrong is read out first.
document.addEventListener("DOMContentLoaded", () => document.querySelector("[data-focus]")?.focus());

// Another page takes this one's place. What belongs to the pictures may prepare it before it is shown.
const arrive = (page, address) => {
  document.dispatchEvent(new CustomEvent("page-arrives", { detail: page }));
  if (address) history.pushState(null, "", address);
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  document.body.className = page.body.className;
  scrollTo(0, 0);
  document.querySelector("main").focus();
};

// A picture that stays is not fetched again.
const keepPictures = (old, fresh) => {
  const shown = new Map([...old.querySelectorAll("img[src]")].map((i) => [i.getAttribute("src"), i]));
  for (const image of fresh.querySelectorAll("img[src]")) {
    const same = shown.get(image.getAttribute("src"));
    if (!same) continue;
    same.alt = image.alt;
    image.replaceWith(same);
    shown.delete(same.getAttribute("src"));
  }
};

// A form that names parts of its page sends itself and puts only those parts in, so the picture stays where it is.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const parts = form.dataset.swap;
  if (!parts || event.defaultPrevented) return;
  event.preventDefault();
  if (form.classList.contains("busy")) return;
  form.classList.add("busy");
  const focused = document.activeElement?.id;
  const open = [...document.querySelectorAll("details[id][open]")].map((d) => d.id);
  const button = event.submitter;
  const said = new FormData(form);
  if (button?.name) said.append(button.name, button.value); // what a form sends by itself; which name was chosen, for one
  try {
    const answer = await fetch(button?.hasAttribute("formaction") ? button.formAction : form.action, { method: "POST", body: said });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const moved = new URL(answer.url).pathname !== location.pathname;
    if (!answer.ok || moved) {
      arrive(page, moved ? answer.url : null);
    } else {
      for (const part of parts.split(",")) {
        const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
        if (!old || !fresh) continue;
        keepPictures(old, fresh);
        old.replaceWith(fresh);
      }
      open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
      (document.getElementById(focused) ?? document.getElementById("panel"))?.focus();
    }
    document.dispatchEvent(new Event("page-changed"));
  } catch {
    form.submit();
  }
});

// A link from one picture to the next puts only the page's own part in, so that a picture fetched beforehand is there at once.
let turning = false;
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-turn]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (turning) return;
  turning = true;
  try {
    const answer = await fetch(link.href);
    if (!answer.ok || answer.url !== link.href) throw new Error();
    arrive(new DOMParser().parseFromString(await answer.text(), "text/html"), answer.url);
    document.dispatchEvent(new Event("page-changed"));
  } catch {
    location.href = link.href;
  } finally {
    turning = false;
  }
});

addEventListener("popstate", () => location.reload());

// The gallery: choose all, and how many are chosen.
document.addEventListener("change", (event) => {
  const gallery = event.target.closest("#gallery");
  if (!gallery) return;
  const boxes = [...gallery.querySelectorAll("[name=chosen]")];
  if (event.target.id === "all") boxes.forEach((b) => { b.checked = event.target.checked; });
  const n = boxes.filter((b) => b.checked).length;
  gallery.querySelector("#all").checked = n === boxes.length;
  gallery.querySelector("#chosen").textContent = n === 0 ? "" : sayer(gallery)(n === 1 ? "one" : "many", n);
});

// A gallery that is open shows a picture no longer than it may be used.
document.addEventListener("htmx:afterSettle", () => {
  const news = document.querySelector("#news[data-cleared]");
  if (!news) return;
  const cleared = new Set(news.dataset.cleared.split(" "));
  for (const card of document.querySelectorAll("#gallery [data-picture]:not(.gone)")) {
    if (cleared.has(card.dataset.picture)) continue;
    const says = document.createElement("p");
    says.className = "gone-says";
    says.setAttribute("role", "status");
    says.textContent = sayer(document.getElementById("gallery"))("gone");
    card.classList.add("gone");
    card.replaceChildren(says);
    document.querySelector("#gallery [name=chosen]")?.dispatchEvent(new Event("change", { bubbles: true }));
    document.querySelector("#cleared-now").textContent = document.querySelectorAll("#gallery [data-picture]:not(.gone)").length;
  }
});

// A letter is printed by a button.
document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) print(); });
