// The page in the browser: clicks go to the server as events, the rest stays here.
(() => {
  const KEY = "zhengwen-theme";

  function applyTheme() {
    const chosen = localStorage.getItem(KEY);
    if (chosen) document.body.classList.toggle("dark", chosen === "dark");
  }

  function toggleTheme() {
    const dark = !document.body.classList.contains("dark");
    localStorage.setItem(KEY, dark ? "dark" : "light");
    applyTheme();
  }

  function copyWithoutClipboard(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  // The clipboard exists only on https and on this machine's own address, and may be refused.
  async function copy(button) {
    const page = location.origin + location.pathname;
    const text = ("link" in button.dataset ? page : "") + button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      copyWithoutClipboard(text);
    }
    const label = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 1500);
  }

  const triggers = {};

  function listen(element, trigger, events) {
    triggers[element.closest("[id^=zw-]").id] = trigger;
    element.addEventListener("click", (click) => {
      const target = click.target.closest("[data-event]");
      if (!target || target.matches("select") || !events.includes(target.dataset.event)) return;
      click.preventDefault();
      const { event, ...data } = target.dataset;
      trigger(event, data);
    });
    element.addEventListener("change", (change) => {
      const target = change.target.closest("select[data-event]");
      if (!target || !events.includes(target.dataset.event)) return;
      const { event, ...data } = target.dataset;
      trigger(event, { ...data, chosen: target.value });
    });
  }

  // While it is answered, a question is kept at the top of the view, so that its answer can be
  // read downward; a person who scrolls is left alone, and a finished answer never moves, but as
  // far as the reasons under it need to be seen once its thumb is clicked.
  // What was answered is said aloud once, at its end.
  function followThread(element, watch) {
    const aloud = document.createElement("div");
    aloud.className = "zw-unseen";
    aloud.setAttribute("role", "status");
    document.body.append(aloud);
    let settled = 0;
    let rated = null;
    const count = () => element.querySelectorAll(".exchange").length;
    const settle = () => { settled = count(); };
    element.addEventListener("wheel", settle, { passive: true });
    element.addEventListener("touchmove", settle, { passive: true });
    element.addEventListener("click", (click) => {
      rated = click.target.closest("[data-event=rate]")?.closest(".exchange");
    });
    watch("value", () => {
      rated?.querySelector(".reasons, .thanks")?.scrollIntoView({ block: "nearest" });
      rated = null;
      const now = count();
      if (now > settled) element.querySelector(".exchange:last-child").scrollIntoView({ block: "start" });
      const last = element.querySelector(".exchange:last-child");
      const told = last?.querySelector(last.querySelector(".is-working") ? ".working" : ".prose-text, .failure");
      if (aloud.textContent !== (told?.textContent ?? "")) aloud.textContent = told?.textContent ?? "";
      if (!element.querySelector(".is-working")) settled = now;
    });
  }

  // Each opening shows the mark, also when the same source is opened again; whoever went on to a
  // field in the meantime keeps it.
  function followViewer(element, trigger, watch) {
    watch("value", () => {
      const page = element.querySelector(".sheet-page");
      if (!page) return;
      page.scrollTop = 0;
      if (!document.activeElement.matches("input, textarea")) page.focus({ preventScroll: true });
      element.querySelector("#cited")?.scrollIntoView({ block: "center" });
    });
    document.addEventListener("keydown", (key) => {
      if (key.key === "Escape" && element.querySelector(".sheet")) trigger("close", {});
    });
  }

  // What a click in the part of this id would send.
  function send(id, event, data) {
    triggers[id](event, data);
  }

  document.addEventListener("click", (click) => {
    const copied = click.target.closest("[data-copy]");
    if (copied) copy(copied);
    if (click.target.closest("[data-theme]")) toggleTheme();
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
  // The head tells in which language the page is.
  function followHead(element, watch) {
    const told = () => {
      document.documentElement.lang = element.querySelector(".bar")?.lang ?? "zh-CN";
    };
    watch("value", told);
    told();
  }

  applyTheme();
  window.zhengwen = { listen, send, followThread, followViewer, followHead };
})();
