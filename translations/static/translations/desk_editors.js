/* The editors of rich texts: each is started when somebody comes near it, as it takes time and memory. */
(() => {
  const desk = window.translationDesk;
  if (!desk) return;
  const REST = 120;
  const near = new Set();
  let timer;

  /* Makes the editor of `node` at once, before the next key arrives. */
  function make(node) {
    const field = desk.input(node);
    const detail = JSON.parse(field.dataset.wInitDetailValue);
    field.dispatchEvent(new CustomEvent("w-draftail:init", { bubbles: true, detail }));
  }

  function start(node) {
    const waiting = node.querySelector("[data-unstarted]");
    if (!waiting) return;
    near.delete(node);
    observer.unobserve(node);
    waiting.remove();
    make(node);
  }

  /* Puts `text` into the field: an editor reads that only when it is made. */
  function startAgain(node, text) {
    const fresh = desk.input(node).cloneNode();
    fresh.value = text || "null";
    node.querySelector("[data-unstarted]")?.remove();
    node.querySelector("[data-desk-field]").replaceChildren(fresh);
    make(node);
  }

  function startNext() {
    const [node] = near;
    if (!node) return;
    start(node);
    if (near.size) timer = setTimeout(startNext);
  }

  /* Returns what scrolls the texts where that is not the page itself: a margin counts for that alone. */
  function scroller() {
    let box = desk.form.parentElement;
    while (box && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
    return box && box !== document.body && box !== document.documentElement ? box : null;
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near[isIntersecting ? "add" : "delete"](target);
      clearTimeout(timer);
      // Whoever only scrolls past starts none.
      if (near.size) timer = setTimeout(startNext, REST);
    },
    { root: scroller(), rootMargin: "50% 0px" },
  );

  for (const node of desk.nodes()) if (node.querySelector("[data-unstarted]")) observer.observe(node);
  desk.form.addEventListener("focusin", ({ target }) => {
    if (!target.matches("[data-unstarted]")) return;
    const node = target.closest("[data-desk-text]");
    start(node);
    desk.input(node).draftailEditor.focus();
  });

  Object.assign(desk, { start, startAgain });
})();
