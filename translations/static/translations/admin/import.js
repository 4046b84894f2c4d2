// Goes on with a long file by itself; the button does the same without a script.
document.querySelector("[data-go-on]")?.click();
