/* The texts of the desk: what is written in each, and how a script writes there. */
(() => {
  const form = document.querySelector("[data-desk]");
  if (!form) return;

  const says = document.querySelector("[data-desk-says]").dataset;
  const nodes = () => [...form.querySelectorAll("[data-desk-text]")];

  function input(node) {
    return node.querySelector("[data-desk-field] [name^='text:']");
  }

  function value(node) {
    return input(node).value;
  }

  /* Puts `text` into the field, as if somebody had typed it. */
  function write(node, text) {
    const old = input(node);
    if (!("rich" in node.dataset)) {
      old.value = text;
      old.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    // The editor of rich texts reads its field only when it is made.
    const fresh = old.cloneNode();
    fresh.value = text || "null";
    fresh.dataset.controller = "w-init";
    node.querySelector("[data-desk-field]").replaceChildren(fresh);
  }

  function focus(node) {
    const editor = node.querySelector("[data-desk-field] [contenteditable=true]") ?? input(node);
    node.scrollIntoView({ block: "center" });
    editor.focus({ preventScroll: true });
  }

  function current() {
    return document.activeElement?.closest?.("[data-desk-text]") ?? null;
  }

  function isTodo(node) {
    return ["missing", "outdated", "unreviewed"].includes(node.dataset.state);
  }

  /* Returns the next text to do behind `node`, and after the last one the first. */
  function nextTodo(node) {
    const all = nodes();
    const start = all.indexOf(node) + 1;
    const behind = [...all.slice(start), ...all.slice(0, start)];
    return behind.find((other) => other !== node && isTodo(other)) ?? null;
  }

  function nameEditors(root) {
    for (const editor of root.querySelectorAll("[data-desk-field] [contenteditable=true]")) {
      const node = editor.closest("[data-desk-text]");
      const field = input(node);
      if (editor.hasAttribute("aria-labelledby")) continue;
      for (const name of ["lang", "dir", "aria-labelledby", "aria-describedby"])
        editor.setAttribute(name, field.getAttribute(name));
      editor.spellcheck = true;
    }
  }

  function count(node) {
    const shown = node.querySelector("[data-count]");
    if (!shown) return;
    const length = [...value(node)].length;
    shown.textContent = shown.textContent.replace(/\d[\d\s.,]*?(?=\D)/, `${length}`);
    shown.classList.toggle("desk-text__count--over", length > Number(shown.dataset.most));
  }

  form.addEventListener("input", (event) => {
    const node = event.target.closest("[data-desk-text]");
    if (node) count(node);
  });
  nodes().forEach(count);
  nameEditors(form);
  new MutationObserver(() => nameEditors(form)).observe(form, { childList: true, subtree: true });

  window.translationDesk = { form, says, nodes, input, value, write, focus, current, nextTodo, isTodo };
})();
