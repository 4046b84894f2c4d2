/* Copies of a source its words alone: with common spaces, and without what only listeners are told. */
document.addEventListener("copy", (event) => {
  const selection = getSelection();
  const start = selection.anchorNode?.parentElement;
  if (selection.isCollapsed || !start?.closest("[data-original]")) return;
  const copied = document.createElement("div");
  copied.append(selection.getRangeAt(0).cloneContents());
  for (const said of copied.querySelectorAll(".w-sr-only")) said.remove();
  for (const mark of copied.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  // Only what is on the page has lines to copy.
  copied.style.cssText = "position: fixed; inset-inline-start: -200vw";
  start.closest("[data-original]").append(copied);
  const plain = (text) => text.replaceAll(/[\u00a0\u202f]|&nbsp;/g, " ");
  event.clipboardData.setData("text/plain", plain(copied.innerText));
  event.clipboardData.setData("text/html", plain(copied.innerHTML));
  copied.remove();
  event.preventDefault();
});
