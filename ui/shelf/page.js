// What is too large or too many is told before it is sent.
(() => {
  const LARGEST = 50_000_000;

  function complaint(files, hint) {
    if (files.length > Number(hint.dataset.most)) return hint.dataset.many;
    const large = [...files].find((file) => file.size > LARGEST);
    return large ? hint.dataset.large.replace("{name}", large.name) : "";
  }

  function limitFiles(element) {
    const field = document.getElementById("zw-shelf-files");
    const said = document.createElement("p");
    said.setAttribute("role", "alert");
    const look = (event, files) => {
      const hint = element.querySelector("[data-most]");
      said.remove();
      said.textContent = files && hint ? complaint(files, hint) : "";
      if (!said.textContent) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      element.before(said);
    };
    field?.addEventListener("drop", (event) => look(event, event.dataTransfer?.files), true);
    field?.addEventListener("change", (event) => {
      look(event, event.target.files);
      if (said.textContent) event.target.value = "";
    }, true);
  }

  window.zhengwen.limitFiles = limitFiles;
})();
