// Goes on by itself; whoever has no scripts presses the button.
document.querySelector("[data-import-goes-on]")?.requestSubmit();
