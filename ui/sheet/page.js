// A click on a head sorts its table, a second one turns the order round; what is not stated comes last.
(() => {
  const key = (cell) => cell.dataset.number ?? cell.textContent.trim();
  const silent = (cell) => cell.matches(".silent") || !cell.textContent.trim();

  function compare(one, other) {
    const [first, second] = [key(one), key(other)].map(Number);
    if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
    if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
    return key(one).localeCompare(key(other), "zh");
  }

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-sort]");
    if (!button) return;
    const head = button.closest("th");
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.children) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const at = Number(button.dataset.sort);
    const body = button.closest("table").tBodies[0];
    const rows = [...body.rows].sort((one, other) => {
      const [mine, theirs] = [one.cells[at], other.cells[at]];
      if (silent(mine) !== silent(theirs)) return silent(mine) ? 1 : -1;
      return (down ? -1 : 1) * compare(mine, theirs);
    });
    body.append(...rows);
  });

  // Rows without the words in the field above a table are hidden.
  document.addEventListener("input", (typed) => {
    if (!typed.target.matches("[data-filter]")) return;
    const words = typed.target.value.trim().split(/\s+/).filter(Boolean);
    for (const row of typed.target.closest(".answer").querySelectorAll("tbody tr")) {
      row.hidden = !words.every((word) => row.textContent.includes(word));
    }
  });
})();
