/* Offers colleagues while somebody writes `@` and the first letters of a name. */
(() => {
  const TYPED = /(?:^|[^\p{L}\p{N}_@.+-])@([\p{L}\p{N}_.+-]*(?: [\p{L}\p{N}_.+-]*)?)$/u;
  const PAUSE = 150;
  const list = document.createElement("ul");
  list.id = "colleagues";
  list.className = "talk-colleagues";
  list.setAttribute("role", "listbox");
  const status = document.createElement("p");
  status.className = "w-sr-only";
  status.setAttribute("role", "status");
  let field = null, chosen = 0, timer, asked = 0;

  const options = () => [...list.children];
  const typed = () => field.value.slice(0, field.selectionStart).match(TYPED)?.[1];

  function mark(number) {
    chosen = (number + options().length) % options().length;
    options().forEach((option, index) => option.setAttribute("aria-selected", String(index === chosen)));
    field.setAttribute("aria-activedescendant", options()[chosen].id);
  }

  function close() {
    clearTimeout(timer);
    asked += 1;
    list.remove();
    list.replaceChildren();
    status.textContent = "";
    field?.removeAttribute("aria-activedescendant");
  }

  function offer(people) {
    list.replaceChildren(...people.map(optionOf));
    if (!people.length) return close();
    list.setAttribute("aria-label", "@");
    field.after(list, status);
    status.textContent = field.closest("[data-colleagues]").dataset.found;
    mark(0);
  }

  function optionOf(person, index) {
    const option = document.createElement("li");
    option.id = `colleague-${index}`;
    option.setAttribute("role", "option");
    option.dataset.insert = person.insert;
    const address = document.createElement("span");
    address.textContent = person.email;
    option.append(person.name, " ", address);
    return option;
  }

  async function find() {
    const letters = typed();
    if (letters === undefined) return close();
    const mine = (asked += 1);
    const url = field.closest("[data-colleagues]").dataset.colleagues;
    const response = await fetch(`${url}?q=${encodeURIComponent(letters)}`).catch(() => null);
    const isAnswer = response?.ok && !response.redirected;
    const people = isAnswer ? (await response.json()).people : [];
    // Somebody typed on, or left the field, while the site answered.
    if (mine === asked && document.activeElement === field) offer(people);
  }

  function insert(option) {
    const before = field.value.slice(0, field.selectionStart);
    const start = before.length - typed().length;
    field.setRangeText(`${option.dataset.insert} `, start, before.length, "end");
    close();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }

  const DEEDS = {
    ArrowDown: () => mark(chosen + 1),
    ArrowUp: () => mark(chosen - 1),
    Enter: () => insert(options()[chosen]),
    Tab: () => insert(options()[chosen]),
    Escape: close,
  };

  document.addEventListener("focusin", ({ target }) => {
    if (!target.matches("[data-mentions]")) return;
    field = target;
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
  });
  document.addEventListener("focusout", ({ target }) => target === field && close());
  document.addEventListener("input", ({ target }) => {
    if (target !== field) return;
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  });
  document.addEventListener(
    "keydown",
    (event) => {
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
      if (!list.isConnected || event.target !== field || !isPlain || !DEEDS[event.key]) return;
      event.preventDefault();
      event.stopPropagation();
      DEEDS[event.key]();
    },
    true,
  );
  // Before the field loses the focus.
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) insert(option);
  });
})();
