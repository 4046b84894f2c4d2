/* Saves texts while they are written; what cannot be saved stays in its field. */
(() => {
  const desk = window.translationDesk;
  if (!desk) return;
  const { form, says } = desk;
  const PAUSE = 1200;
  const LOOK = 400;
  const LONGEST_WAIT = 30000;
  const status = form.querySelector("[data-status]");
  // By text: what is stored, what was seen last and when, and what must not be sent again as it is.
  const stored = new Map(), seen = new Map(), changed = new Map(), held = new Map();
  const origins = new WeakMap();
  const touched = new WeakSet();
  let sending = null, failures = 0, retryAt = 0;

  for (const node of desk.nodes()) {
    stored.set(node, desk.words(node));
    seen.set(node, desk.words(node));
  }

  const isDirty = (node) => desk.words(node) !== stored.get(node);
  const isHeld = (node) => held.has(node) && held.get(node) === desk.words(node);
  const dirty = () => desk.nodes().filter(isDirty);
  const waiting = () => dirty().filter((node) => !isHeld(node));

  form.addEventListener("focusin", () => {
    if (desk.current()) touched.add(desk.current());
  });

  function say(text, isFault = false) {
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle("desk-footer__status--fault", isFault);
  }

  function look() {
    const now = Date.now();
    for (const node of desk.nodes()) {
      if (desk.words(node) === seen.get(node)) continue;
      seen.set(node, desk.words(node));
      // An editor leaves out what it does not know when it is made: nobody did that.
      if (!touched.has(node)) stored.set(node, desk.words(node));
      changed.set(node, now);
      if (isDirty(node) && !failures) say(says.waiting);
    }
    if (sending || now < retryAt) return;
    const ready = waiting().filter((node) => now - (changed.get(node) ?? 0) >= PAUSE);
    if (ready.length) save(ready);
  }

  function body(nodes, decisions) {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    for (const node of nodes) {
      const place = node.dataset.deskText;
      data.set(`text:${place}`, desk.value(node));
      data.set(`shown:${place}`, node.querySelector("[data-shown]").value);
      data.set(`source:${place}`, node.querySelector("[data-source]").value);
    }
    for (const [name, place] of decisions) data.append(name, place);
    return data;
  }

  /* Sends `nodes` and waits for the answer; texts of another origin go by themselves. */
  async function save(nodes, decisions = []) {
    while (sending) await sending;
    const machine = nodes.find((node) => origins.get(node) === desk.words(node));
    const some = machine && !decisions.length ? [machine] : nodes;
    if (machine && !decisions.length) decisions = [["origin", "machine"]];
    sending = send(some, decisions);
    try {
      return await sending;
    } finally {
      sending = null;
    }
  }

  async function send(nodes, decisions) {
    const sent = new Map(nodes.map((node) => [node, desk.words(node)]));
    say(says.saving);
    let answer;
    try {
      answer = await post(body(nodes, decisions));
    } catch (fault) {
      failures += 1;
      retryAt = Date.now() + Math.min(LONGEST_WAIT, 2000 * 2 ** (failures - 1));
      say(fault.isDenied ? says.denied : says.offline, true);
      return false;
    }
    failures = 0;
    retryAt = 0;
    for (const node of nodes) take(node, sent.get(node), answer);
    show(answer);
    return nodes.every((node) => answer.texts[node.dataset.deskText]?.result === "saved");
  }

  async function post(data) {
    const response = await fetch(form.dataset.saveUrl, {
      method: "POST",
      body: data,
      headers: { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
    });
    const isAnswer = response.headers.get("content-type")?.startsWith("application/json");
    if (response.ok && isAnswer && !response.redirected) return response.json();
    const fault = new Error(`${response.status}`);
    fault.isDenied = response.redirected || response.status === 403;
    throw fault;
  }

  function take(node, words, answer) {
    const result = answer.texts[node.dataset.deskText];
    if (!result) {
      held.set(node, words);
      node.querySelector("[data-notes]").textContent = answer.gone[node.dataset.deskText] ?? "";
      return;
    }
    node.dataset.state = result.state;
    node.querySelector("[data-badge]").innerHTML = result.badge;
    node.querySelector("[data-notes]").innerHTML = result.notes;
    if (node.querySelector("[data-source]").value !== result.source) {
      node.querySelector("[data-original]").innerHTML = result.original;
      node.querySelector("[data-source]").value = result.source;
    } else if (result.state === "done") {
      node.querySelector(".desk-difference")?.remove();
    }
    if (result.result !== "saved") {
      held.set(node, words);
      node.theirs = result;
      return;
    }
    held.delete(node);
    stored.set(node, words);
    node.querySelector("[data-shown]").value = result.shown;
  }

  function show(answer) {
    document.querySelector("[data-desk-progress]").innerHTML = answer.progress;
    for (const [name, number] of Object.entries(answer.numbers))
      document.querySelector(`[data-desk-number=${name}]`).textContent = number;
    if (dirty().some(isHeld)) say(says.refused, true);
    else if (dirty().length) say(says.waiting);
    else say(answer.numbers.todo ? says.saved : `${says.saved}. ${says.finished}`);
    form.dispatchEvent(new CustomEvent("desk:saved"));
  }

  /* Says that a text is done, or the same as its source; tells whether that was taken. */
  async function decide(node, name) {
    // The editor of rich texts hands over what is typed a moment later.
    if ("rich" in node.dataset) await new Promise((done) => setTimeout(done, 300));
    const isTaken = await save([node], [[name, node.dataset.deskText]]);
    if (isTaken && name === "same") put(node, "");
    return isTaken;
  }

  /* Shows what is stored already. */
  function put(node, text) {
    touched.delete(node);
    desk.write(node, text);
    stored.set(node, desk.words(node));
    seen.set(node, desk.words(node));
  }

  function settle(node, isTheirs) {
    node.querySelector("[data-shown]").value = node.theirs.shown;
    held.delete(node);
    if (isTheirs) put(node, node.theirs.value);
    node.querySelector("[data-notes]").replaceChildren();
    desk.focus(node);
    if (isTheirs) say(says.saved);
    else save([node]);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    const node = button?.closest("[data-desk-text]");
    if (node?.theirs && ("take" in button.dataset || "keep" in button.dataset)) settle(node, "take" in button.dataset);
    else if (node && button.name) decide(node, button.name);
    else saveNow();
  });

  function saveNow() {
    retryAt = 0;
    if (dirty().length) save(dirty());
    else say(says.saved);
  }

  window.addEventListener("beforeunload", (event) => {
    look();
    if (dirty().length || sending) event.preventDefault();
  });
  window.addEventListener("online", () => (retryAt = 0));
  setInterval(look, LOOK);

  Object.assign(desk, {
    decide,
    saveNow,
    suggest(node, text, origin) {
      desk.write(node, text);
      touched.add(node);
      if (origin) origins.set(node, desk.words(node));
    },
  });
})();
