/* Tells the browser the language of editors that are built after the page has loaded,
   and keeps the name of a row in its heading. */
(() => {
  const EDITORS = "[contenteditable=true], textarea, input[type=text], input:not([type])";

  function setLanguage(root) {
    for (const editor of root.querySelectorAll(EDITORS)) {
      const field = editor.closest("[data-language]");
      if (!field || editor.lang) continue;
      editor.lang = field.dataset.language;
      editor.dir = field.dataset.direction;
      if (!editor.hasAttribute("spellcheck")) editor.spellcheck = true;
    }
  }

  function nameRow(row) {
    const heading = row.querySelector("[data-row-name]");
    if (!heading) return;
    const inputs = heading.dataset.rowName
      .split(" ")
      .map((name) => row.querySelector(`[name$="-${name}"]`))
      .filter((input) => input && input.type !== "hidden");
    const named = inputs.find((input) => input.value.trim());
    if (inputs.length) heading.textContent = named ? named.value : "";
  }

  document.addEventListener("input", (event) => {
    const row = event.target.closest?.("[data-inline-panel-child]");
    if (row) nameRow(row);
  });

  document.addEventListener("DOMContentLoaded", () => {
    setLanguage(document);
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.parentElement) setLanguage(node.parentElement);
    }).observe(document.body, { childList: true, subtree: true });
  });
})();
