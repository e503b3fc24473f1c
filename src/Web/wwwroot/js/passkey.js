// Passkeys (Web Authentication level 3): a form with data-passkey asks the device before it is sent.
const says = (form, name) => { form.querySelector("[data-passkey-says]").textContent = sayer(form)(name); };

// A passkey belongs to a name; an address of digits has none.
const why = /^[\d.]+$|^\[/.test(location.hostname) ? "nameless"
  : window.PublicKeyCredential?.parseCreationOptionsFromJSON ? "" : "unknown";

document.addEventListener("DOMContentLoaded", () => {
  if (!why) return;
  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.querySelector("button").disabled = true;
    says(form, why);
  });
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const way = form.dataset.passkey;
  if (!way || form.elements.credential.value) return;
  event.preventDefault();
  says(form, "follow");
  try {
    const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
    if (!answer.ok) throw new Error();
    const options = await answer.json();
    const credential = way === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    says(form, "none");
  }
});
