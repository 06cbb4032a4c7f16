// The list of conversations: searched and renamed here, the rest is asked of the server.
(() => {
  function search(panel, wanted) {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const row of panel.querySelectorAll("li")) {
      row.hidden = !words.every((word) => row.dataset.found.includes(word));
      found += !row.hidden;
    }
    panel.querySelector(".none").hidden = found > 0;
  }

  // The title becomes a field; Enter saves it, Escape and leaving it leave it as it was.
  function rename(pen, save) {
    const row = pen.closest("li");
    const title = row.querySelector(".reopen");
    const field = document.createElement("input");
    field.value = pen.dataset.title;
    field.maxLength = 60;
    field.setAttribute("aria-label", pen.dataset.hint);
    field.title = pen.dataset.hint;
    title.hidden = true;
    row.prepend(field);
    field.select();
    field.focus();
    const end = () => { field.remove(); title.hidden = false; };
    field.addEventListener("blur", end);
    field.addEventListener("keydown", (key) => {
      if (key.isComposing) return;
      if (key.key === "Enter") save({ conversation: pen.dataset.rename, title: field.value });
      if (key.key === "Escape") key.stopPropagation();
      if (key.key === "Enter" || key.key === "Escape") field.blur();
    });
  }

  function followPast(element, save) {
    element.addEventListener("input", (event) => {
      if (event.target.type === "search") search(event.target.closest(".panel"), event.target.value);
    });
    element.addEventListener("click", (click) => {
      const pen = click.target.closest("[data-rename]");
      if (pen) rename(pen, save);
      const cross = click.target.closest("[data-sure]");
      if (!cross) return;
      cross.hidden = true;
      cross.nextElementSibling.hidden = false;
      cross.nextElementSibling.focus();
    });
    const open = () => element.querySelector("details[open]");
    document.addEventListener("click", (click) => {
      if (open() && click.isTrusted && document.contains(click.target) && !element.contains(click.target)) open().open = false;
    });
    document.addEventListener("keydown", (key) => {
      if (key.key !== "Escape" || !open()) return;
      key.stopImmediatePropagation();
      const folded = open();
      folded.open = false;
      folded.querySelector("summary").focus();
    });
  }
  window.zhengwen.followPast = followPast;
})();
