// What the address of the page asks for, once the page stands. The question is then taken out of
// the address, so that loading the page again does not ask it again.
(() => {
  window.zhengwen.arrive = () => {
    const told = new URLSearchParams(location.search);
    const tab = [...document.querySelectorAll("#zw-tabs [role=tab]")]
      .find((one) => one.dataset.tabId === told.get("tab"));
    tab?.click();
    if (told.get("doc")) {
      const { doc, start = "", end = "" } = Object.fromEntries(told);
      window.zhengwen.send("zw-viewer", "link", { doc, start, end });
    }
    const question = told.get("q");
    if (!question) return;
    window.zhengwen.send("zw-thread", "ask", { question });
    told.delete("q");
    history.replaceState(null, "", told.size ? `?${told}` : location.pathname);
  };
})();
