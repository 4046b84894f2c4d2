/* What is said of a text: shown over the desk, and sent from there. */
(() => {
  const dialog = document.querySelector("[data-talk-dialog]");
  if (!dialog?.showModal) return;
  const part = (name) => dialog.querySelector(`[data-talk-${name}]`);
  // By address and field: what is typed and not sent; it stays when the window is closed.
  const unsent = new Map();
  let url = "", beside = null;

  function say(text) {
    part("said").textContent = text;
  }

  async function ask(data) {
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    const response = await fetch(url, { method: data ? "POST" : "GET", body: data, headers });
    if (!response.ok || response.redirected) throw new Error(`${response.status}`);
    return response.json();
  }

  const keyOf = (field) => `${url} ${field.id}`;

  function show(answer) {
    part("title").textContent = answer.label;
    part("body").innerHTML = answer.talk;
    beside.innerHTML = answer.beside;
    for (const field of part("body").querySelectorAll("textarea"))
      if (unsent.has(keyOf(field))) field.value = unsent.get(keyOf(field));
    for (const details of part("body").querySelectorAll("details"))
      details.open = [...details.querySelectorAll("textarea")].some((field) => unsent.has(keyOf(field)));
  }

  async function open(link) {
    url = link.href;
    beside = link.closest("[data-talk-beside]");
    try {
      const answer = await ask();
      say("");
      show(answer);
    } catch {
      location.assign(url);
      return;
    }
    dialog.showModal();
    part("title").focus();
  }

  async function send(form, button) {
    const data = new FormData(form, button);
    const field = form.querySelector("textarea");
    button.disabled = true;
    let answer;
    try {
      answer = await ask(data);
    } catch {
      say(dialog.dataset.failed);
      return;
    } finally {
      button.disabled = false;
    }
    if (answer.error) {
      say(answer.error);
      field?.focus();
      return;
    }
    // What is typed as an answer stays where somebody only resolves or reopens.
    if (field && ["start", "answer", "edit", "delete"].includes(button.value)) unsent.delete(keyOf(field));
    show(answer);
    say(answer.said);
    part("title").focus();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-talk-open]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
  part("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => beside.querySelector("[data-talk-open]")?.focus());
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    send(event.target, event.submitter ?? event.target.querySelector("[name=deed]"));
  });
  dialog.addEventListener("input", ({ target }) => {
    if (!target.matches("textarea")) return;
    if (target.value.trim() && target.value !== target.defaultValue) unsent.set(keyOf(target), target.value);
    else unsent.delete(keyOf(target));
  });
  dialog.addEventListener("keydown", (event) => {
    const isSend = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (isSend) event.target.closest("form")?.requestSubmit();
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsent.size) event.preventDefault();
  });

  function openNamed() {
    const link = location.hash.endsWith("-talk") && document.getElementById(location.hash.slice(1));
    if (link && !dialog.open) open(link);
  }
  window.addEventListener("hashchange", openNamed);
  openNamed();
})();
