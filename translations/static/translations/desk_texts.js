/* The texts of the desk: what is written in each, and how a script writes there. */
(() => {
  const form = document.querySelector("[data-desk]");
  if (!form) return;

  const says = document.querySelector("[data-desk-says]").dataset;
  const read = new WeakMap();
  const nodes = () => [...form.querySelectorAll("[data-desk-text]")];

  function input(node) {
    return node.querySelector("[data-desk-field] [name^='text:']");
  }

  function value(node) {
    return input(node).value;
  }

  /* Returns what the field says: the same however an editor of rich texts writes it down. */
  function words(node) {
    if (!("rich" in node.dataset)) return value(node);
    const known = read.get(node);
    if (known?.value === value(node)) return known.words;
    const found = { value: value(node), words: wordsOfState(value(node)) };
    read.set(node, found);
    return found.words;
  }

  function wordsOfState(written) {
    const state = JSON.parse(written || "null");
    const blocks = (state?.blocks ?? []).map((block) => [
      block.type,
      block.depth,
      block.text,
      block.inlineStyleRanges.map((range) => `${range.offset} ${range.length} ${range.style}`).sort(),
      block.entityRanges.map(({ offset, length, key }) => [offset, length, state.entityMap[key]]),
    ]);
    const isEmpty = blocks.every(([type, , text]) => type === "unstyled" && !text);
    return isEmpty ? "" : JSON.stringify(blocks);
  }

  /* Puts `text` into the field, as if somebody had typed it. */
  function write(node, text) {
    if ("rich" in node.dataset) {
      desk.startAgain(node, text);
      return;
    }
    input(node).value = text;
    input(node).dispatchEvent(new Event("input", { bubbles: true }));
  }

  function focus(node) {
    desk.start(node);
    node.scrollIntoView({ block: "center" });
    // An editor of rich texts knows where one wrote last.
    (input(node).draftailEditor ?? input(node)).focus({ preventScroll: true });
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

  const desk = { form, says, nodes, input, value, words, write, focus, current, nextTodo, isTodo };
  window.translationDesk = desk;
})();
