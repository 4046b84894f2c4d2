/* Brings what could be better in the typography below its field when a save in the
   background was answered. The field in which somebody types waits until it is left. */
(() => {
  let notes = new Map();

  function isAtWork(place) {
    return place.parentElement.contains(document.activeElement);
  }

  function bring(place) {
    const note = notes.get(place.dataset.typography) ?? "";
    if (place.innerHTML.trim() !== note) place.innerHTML = note;
  }

  document.addEventListener("w-autosave:success", (event) => {
    const page = new DOMParser().parseFromString(event.detail.response.html ?? "", "text/html");
    const brought = page.querySelector("template[data-typography-notes]");
    // The first save of a new page answers with its address alone.
    if (!brought) return;
    notes = new Map(
      [...brought.content.querySelectorAll("[data-for]")].map((note) => [
        note.dataset.for,
        note.innerHTML.trim(),
      ]),
    );
    for (const place of event.target.querySelectorAll("[data-typography]")) {
      if (isAtWork(place)) place.dataset.waits = "";
      else bring(place);
    }
  });

  document.addEventListener("focusout", () => {
    // The next field has the focus only afterwards.
    setTimeout(() => {
      for (const place of document.querySelectorAll("[data-typography][data-waits]")) {
        if (isAtWork(place)) continue;
        delete place.dataset.waits;
        bring(place);
      }
    });
  });
})();
