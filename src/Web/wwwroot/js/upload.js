// Photos on their way: several at once, in pieces, going on after a cut. Nothing of them is kept in the browser; what has come, the school's computer knows.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("upload");
  if (!form || !window.tus) return;
  const at = (id) => document.getElementById(id);
  const chooser = at("files");
  const token = form.querySelector("[name=__RequestVerificationToken]").value;
  const headers = { RequestVerificationToken: token };
  const atOnce = 3;
  const rows = [];
  const digests = new Map();
  let running = 0;
  let stopped = "";
  let heard = 0;

  const status = (error) => error.originalResponse?.getStatus() ?? 0;
  const say = sayer(form);

  class Row {
    constructor(file) {
      this.file = file;
      this.sent = 0;
      this.line = document.createElement("li");
      const name = document.createElement("span");
      name.className = "sends-name";
      name.textContent = file.name;
      this.bar = document.createElement("progress");
      this.bar.max = Math.max(file.size, 1);
      this.bar.value = 0;
      this.bar.setAttribute("aria-label", file.name);
      this.says = document.createElement("span");
      this.says.className = "sends-says";
      this.line.append(name, this.bar, this.says);
      at("sends").append(this.line);
      this.is("waiting");
    }

    is(state, sentence) {
      this.state = state;
      this.line.dataset.state = state;
      this.says.textContent = sentence ?? say(state);
      if (state === "done" || state === "known" || state === "twice") this.moved(this.file.size);
      this.bar.hidden = !["sending", "cut"].includes(state);
      draw();
    }

    moved(bytes) {
      this.sent = bytes;
      this.bar.value = bytes;
    }
  }

  const count = (...states) => rows.filter((r) => states.includes(r.state)).length;

  const draw = () => {
    const here = count("done", "known", "twice");
    const refused = count("refused");
    const open = rows.length - here - refused;
    const left = refused === 0 ? "" : say(refused === 1 ? "leftOne" : "left", refused);
    const cut = open > 0 && count("cut") > 0 && count("sending", "reading") === 0 ? say("broke") : "";
    const come = open > 0 ? say(rows.length === 1 ? "someOfOne" : "some", here, rows.length) : say(here === 0 ? "none" : here === 1 ? "one" : "all", here);
    at("sent").textContent = stopped || [come, cut, left].filter(Boolean).join(" ");
    const all = rows.filter((r) => r.state !== "refused").reduce((sum, r) => sum + r.file.size, 0);
    at("all").max = Math.max(all, 1);
    at("all").value = rows.filter((r) => r.state !== "refused").reduce((sum, r) => sum + r.sent, 0);
    at("meanwhile").hidden = open === 0;
    if (at("onward")) at("onward").hidden = here === 0 || open > 0;
    document.documentElement.classList.toggle("sending", open > 0 && !stopped);
    // said aloud at each quarter and at the end, not for every photo
    const quarter = open === 0 || stopped ? 5 : Math.floor((4 * here) / rows.length);
    if (quarter !== heard) at("heard").textContent = at("sent").textContent;
    heard = quarter;
  };

  const digestOf = async (file) => {
    const bytes = await file.arrayBuffer();
    if (!crypto.subtle) return "";
    return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((b) => b.toString(16).padStart(2, "0")).join("");
  };

  const stop = (row, sentence) => {
    stopped = sentence;
    row.is("cut", say("notSent"));
    rows.filter((r) => r.state === "waiting").forEach((r) => r.is("cut", say("notSent")));
  };

  const known = async (row) => {
    const answer = await fetch("/uploads/known", {
      method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify({ class: form.dataset.class, sha256: row.digest }), redirect: "manual",
    });
    if (answer.status === 401 || answer.status === 403 || answer.status === 400 || answer.type === "opaqueredirect") throw "signed-out";
    if (answer.status >= 500) throw "cut";
    return answer.ok ? answer.json() : { done: false };
  };

  const push = (row, address) => new Promise((end) => {
    const upload = new tus.Upload(row.file, {
      endpoint: "/uploads",
      uploadUrl: address,
      chunkSize: Number(form.dataset.piece),
      retryDelays: [300, 1000, 2000, 4000, 8000],
      headers,
      metadata: { filename: row.file.name, class: form.dataset.class, sha256: row.digest },
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => [0, 409, 423].includes(status(error)) || (status(error) >= 500 && status(error) !== 507),
      onProgress: (sent) => { row.moved(sent); draw(); },
      onSuccess: () => { row.is("done"); end(); },
      onError: (error) => {
        const code = status(error);
        if (code === 401 || code === 403) stop(row, say("signedOut"));
        else if (code === 507 || code === 429) stop(row, error.originalResponse.getBody());
        else if (code === 0 || code >= 500 || code === 409 || code === 423) row.is("cut");
        else if (code === 404 || code === 460) {
          row.again = (row.again ?? 0) + 1;
          if (row.again > 3) row.is("refused", say("broken"));
          else row.is("cut");
        } else row.is("refused", error.originalResponse.getBody());
        end();
      },
    });
    row.is("sending");
    upload.start();
  });

  const send = async (row) => {
    row.is("reading");
    try {
      row.digest ??= await digestOf(row.file);
    } catch {
      row.is("refused", say("unread"));
      return;
    }
    const other = digests.get(row.digest);
    if (row.digest && other && other !== row && other.state !== "refused") {
      row.is("twice");
      return;
    }
    digests.set(row.digest, row);
    try {
      const before = row.digest ? await known(row) : { done: false };
      if (before.done) row.is("known");
      else await push(row, before.address ?? undefined);
    } catch (e) {
      if (e === "signed-out") stop(row, say("signedOut"));
      else row.is("cut");
    }
  };

  const go = () => {
    while (running < atOnce && !stopped) {
      const next = rows.find((r) => r.state === "waiting");
      if (!next) return;
      running++;
      send(next).finally(() => { running--; go(); });
    }
  };

  const goOn = () => {
    if (stopped) return;
    rows.filter((r) => r.state === "cut").forEach((r) => r.is("waiting"));
    go();
  };

  const add = (files) => {
    if (files.length === 0) return;
    at("sending").hidden = false;
    stopped = "";
    for (const file of files) rows.push(new Row(file));
    rows.filter((r) => r.state === "cut").forEach((r) => r.is("waiting"));
    go();
  };

  chooser.addEventListener("change", () => { add([...chooser.files]); chooser.value = ""; });
  form.addEventListener("submit", (event) => event.preventDefault());
  ["dragenter", "dragover"].forEach((what) => document.addEventListener(what, (event) => { event.preventDefault(); form.classList.add("over"); }));
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
  document.addEventListener("drop", (event) => { event.preventDefault(); form.classList.remove("over"); add([...event.dataTransfer.files]); });
  addEventListener("online", goOn);
  setInterval(() => { if (running === 0) goOn(); }, 3000);
  addEventListener("beforeunload", (event) => { if (document.documentElement.classList.contains("sending")) event.preventDefault(); });
});
