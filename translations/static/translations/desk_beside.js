/* What is beside the texts: suggestions for the one that is written, and the preview. */
(() => {
  const preview = document.querySelector("[data-desk-preview]");
  const frame = preview?.querySelector("iframe");
  const toggle = document.querySelector("[data-desk-preview-toggle]");

  function load() {
    if (!preview.hidden) frame.src = frame.dataset.src;
  }

  if (preview) {
    toggle.setAttribute("role", "button");
    toggle.setAttribute("aria-expanded", "false");
    toggle.addEventListener("click", (event) => {
      // Where there is no room beside the texts, it opens in a new tab.
      if (event.ctrlKey || event.metaKey || matchMedia("(width < 64rem)").matches) return;
      event.preventDefault();
      preview.hidden = !preview.hidden;
      toggle.setAttribute("aria-expanded", String(!preview.hidden));
      document.querySelector("[data-desk-page]").classList.toggle("desk--previewed", !preview.hidden);
      load();
    });
  }

  const desk = window.translationDesk;
  if (!desk) return;
  if (preview) desk.form.addEventListener("desk:saved", load);

  async function ask(node, method) {
    const url = `${desk.form.dataset.besideUrl}?place=${encodeURIComponent(node.dataset.deskText)}`;
    const body = method === "POST" ? new FormData() : undefined;
    body?.set("csrfmiddlewaretoken", desk.form.querySelector("[name=csrfmiddlewaretoken]").value);
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    const response = await fetch(url, { method, body, headers }).catch(() => null);
    if (response?.ok && !response.redirected) node.querySelector("[data-beside]").innerHTML = await response.text();
  }

  let timer;
  desk.form.addEventListener("focusin", () => {
    const node = desk.current();
    clearTimeout(timer);
    if (!node?.querySelector("[data-beside] > a")) return;
    // Whoever only passes by asks for nothing.
    timer = setTimeout(() => ask(node, "GET"), 400);
  });

  desk.form.addEventListener("click", (event) => {
    const node = event.target.closest("[data-desk-text]");
    const used = event.target.closest("[data-use]");
    if (used) {
      desk.suggest(node, used.dataset.use, used.dataset.useOrigin);
      setTimeout(() => desk.focus(node), 100);
    } else if (event.target.closest("[data-ask-machine]")) {
      ask(node, "POST");
    }
  });
})();
