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
  // It opens upward, as its answer mostly stands low; downward where the top would cover it.
  document.addEventListener("toggle", (toggle) => {
    const menu = toggle.target;
    if (!menu.matches("details.take")) return;
    menu.classList.remove("down");
    if (!menu.open) return;
    const forms = menu.querySelector(".forms");
    const tops = [document.getElementById("zw-header").getBoundingClientRect().bottom,
      menu.closest("#zw-thread").getBoundingClientRect().top];
    menu.classList.toggle("down", forms.getBoundingClientRect().top < Math.max(...tops));
    forms.scrollIntoView({ block: "nearest" });
  }, true);
  document.addEventListener("keydown", (key) => {
    const open = key.key === "Escape" && document.querySelector("details.take[open]");
    if (!open) return;
    key.stopImmediatePropagation();
    open.open = false;
    open.querySelector("summary").focus();
  }, true);
})();
