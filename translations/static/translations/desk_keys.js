/* The keys of the desk, and the way from text to text. */
(() => {
  const desk = window.translationDesk;
  if (!desk) return;
  const { form } = desk;
  const next = form.querySelector("[data-next]");
  next.hidden = false;
  next.addEventListener("click", () => goOn(desk.last ?? null));

  form.addEventListener("focusin", () => {
    desk.last = desk.current() ?? desk.last;
  });

  function goOn(node) {
    const found = desk.nextTodo(node);
    if (found) desk.focus(found);
    else form.querySelector("[data-status]").textContent = desk.says.finished;
  }

  function step(by) {
    const nodes = desk.nodes();
    const here = nodes.indexOf(desk.current() ?? desk.last);
    const there = nodes[here < 0 ? 0 : here + by];
    if (there) desk.focus(there);
  }

  async function finish(node) {
    if (await desk.decide(node, "done")) goOn(node);
  }

  const DEEDS = {
    "mod+Enter": () => desk.current() && finish(desk.current()),
    "alt+ArrowDown": () => step(1),
    "alt+ArrowUp": () => step(-1),
    "mod+s": () => desk.saveNow(),
  };

  function keys(event) {
    const mod = event.ctrlKey || event.metaKey;
    if (event.shiftKey || (mod && event.altKey)) return "";
    return `${mod ? "mod+" : ""}${event.altKey ? "alt+" : ""}${event.key}`;
  }

  // Before the editor of rich texts sees the key.
  window.addEventListener(
    "keydown",
    (event) => {
      const deed = DEEDS[keys(event)];
      const isOurs = event.target === document.body || form.contains(event.target);
      if (!deed || !isOurs) return;
      event.preventDefault();
      event.stopPropagation();
      deed();
    },
    true,
  );
})();
