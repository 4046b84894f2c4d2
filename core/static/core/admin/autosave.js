/* Saves once more what was typed while a save in the background was under way: Wagtail
   takes the form as it is when the answer comes for what was saved.
   Remove when Wagtail compares the form with what it sent. */
(() => {
  const NOT_TYPED =
    /^(csrfmiddlewaretoken|next|loaded_revision_.*|overwrite_revision_id|comments-.*)$/;
  let sent = null;

  function isTyped(name, updates) {
    return !NOT_TYPED.test(name) && !(name in updates);
  }

  function hasMore(form, updates) {
    const now = new FormData(form);
    return [...new Set([...now.keys(), ...sent.keys()])]
      .filter((name) => isTyped(name, updates))
      .some((name) => String(now.getAll(name)) !== String(sent.getAll(name)));
  }

  document.addEventListener("w-autosave:save", (event) => {
    sent = event.detail.formData;
  });

  document.addEventListener("w-autosave:success", (event) => {
    if (!sent || !hasMore(event.target, event.detail.response.field_updates ?? {})) return;
    const more = { bubbles: true, cancelable: true, detail: { type: "edits" } };
    event.target.dispatchEvent(new CustomEvent("w-unsaved:add", more));
  });
})();
