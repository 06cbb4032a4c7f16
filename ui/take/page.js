// A file that was made comes as a link that holds it; it is taken at once.
(() => {
  window.zhengwen.followTaken = (element, watch) => {
    watch("value", () => element.querySelector("a[download]")?.click());
  };
  // A menu closes once something in it was chosen, or something else was clicked.
  document.addEventListener("click", (click) => {
    if (click.target.closest("[data-print]")) setTimeout(() => window.print());
    for (const open of document.querySelectorAll("details.take[open]")) {
      if (!open.contains(click.target) || click.target.closest(".forms")) open.open = false;
    }
  });
  document.addEventListener("keydown", (key) => {
    const open = key.key === "Escape" && document.querySelector("details.take[open]");
    if (!open) return;
    key.stopImmediatePropagation();
    open.open = false;
    open.querySelector("summary").focus();
  }, true);
})();
