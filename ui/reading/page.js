// The quote of a marker beside it, while the pointer or the keyboard rests on the marker.
(() => {
  const bubble = document.createElement("div");
  let marker = null;
  let leaving = 0;
  bubble.id = "zw-quote";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;

  function line(kind, text) {
    const part = document.createElement("p");
    part.className = kind;
    part.textContent = text;
    return part;
  }

  // Under the marker where there is room for it, else above.
  function place() {
    const spot = marker.getBoundingClientRect();
    const { offsetWidth: wide, offsetHeight: high } = bubble;
    const left = Math.min(Math.max(8, spot.left - 24), window.innerWidth - wide - 8);
    const below = spot.bottom + 8 + high < window.innerHeight;
    bubble.style.left = `${left}px`;
    bubble.style.top = `${below ? spot.bottom + 8 : Math.max(8, spot.top - high - 8)}px`;
  }

  function show(target) {
    clearTimeout(leaving);
    if (marker === target) return;
    hide();
    marker = target;
    bubble.replaceChildren(line("where", marker.dataset.where), line("quote", marker.dataset.quote));
    if (!bubble.isConnected) document.body.append(bubble);
    bubble.hidden = false;
    marker.setAttribute("aria-describedby", bubble.id);
    place();
  }

  function hide() {
    clearTimeout(leaving);
    marker?.removeAttribute("aria-describedby");
    marker = null;
    bubble.hidden = true;
  }

  const marked = (event) => event.target.closest?.("[data-quote]");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    if (marked(event)) show(marked(event));
    else if (bubble.contains(event.target)) clearTimeout(leaving);
    else if (marker && marker !== document.activeElement) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 200);
    }
  });
  document.addEventListener("focusin", (event) => {
    if (marked(event)?.matches(":focus-visible")) show(marked(event));
    else if (marker && !bubble.contains(event.target)) hide();
  });
  document.addEventListener("click", hide);
  document.addEventListener("scroll", (event) => { if (!bubble.contains(event.target)) hide(); }, true);
  // Escape takes away the quote first, and only then what lies under it.
  document.addEventListener("keydown", (key) => {
    if (key.key !== "Escape" || !marker) return;
    key.stopImmediatePropagation();
    hide();
  }, true);
})();

// Keys: / to the field, the arrows from source to source, arrow up for the last question.
(() => {
  const typing = (element) => element.closest?.("input, textarea, select, [contenteditable]");
  const seen = (selector) => [...document.querySelectorAll(selector)].find((one) => one.offsetParent);

  function put(field, text) {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
    set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function recall(field) {
    const asked = [...document.querySelectorAll("#zw-thread .question")].pop();
    if (asked) put(field, asked.textContent);
  }

  // The question as it was understood goes into the field, to be changed and asked again.
  document.addEventListener("click", (click) => {
    const understood = click.target.closest("[data-fill]");
    const field = understood && document.querySelector("#zw-box textarea");
    if (!field) return;
    put(field, understood.dataset.fill);
    field.focus();
  });

  // A list of a chip gets its choices when it is about to be used: there is one copy of them.
  function choices(event) {
    const list = event.target.closest?.("select[data-choices]");
    if (!list || list.dataset.filled) return;
    list.dataset.filled = "true";
    const held = [...list.options].map((option) => option.value);
    for (const option of document.getElementById(list.dataset.choices)?.children ?? []) {
      if (!held.includes(option.value)) list.append(option.cloneNode(true));
    }
  }
  document.addEventListener("pointerdown", choices, true);
  document.addEventListener("focusin", choices);

  document.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey || key.isComposing) return;
    const field = key.target.closest?.("#zw-box textarea");
    if (field && key.key === "ArrowUp" && !field.value) {
      key.preventDefault();
      recall(field);
    }
    if (typing(key.target)) return;
    if (key.key === "/") {
      key.preventDefault();
      seen(".zw-field textarea")?.focus();
    }
    const step = { ArrowLeft: "-1", ArrowRight: "1" }[key.key];
    if (step) seen(`.turning [data-turn="${step}"]:enabled`)?.click();
  });

  document.addEventListener("click", (click) => {
    if (!click.target.closest("[data-skip]")) return;
    click.preventDefault();
    seen(".zw-field textarea")?.focus();
  });
})();

// A long question is unfolded and folded again.
document.addEventListener("click", (click) => {
  const button = click.target.closest("[data-unfold]");
  if (!button) return;
  const folded = button.previousElementSibling.classList.toggle("folded");
  button.setAttribute("aria-expanded", String(!folded));
  [button.textContent, button.dataset.unfold] = [button.dataset.unfold, button.textContent];
});
