// A drawing as a picture: its colours are written into a copy, which the browser paints.
(() => {
  const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-family", "text-anchor"];
  const SHARPER = 2;

  function coloured(svg) {
    const copy = svg.cloneNode(true);
    const originals = [svg, ...svg.querySelectorAll("*")];
    [copy, ...copy.querySelectorAll("*")].forEach((element, at) => {
      const style = getComputedStyle(originals[at]);
      for (const name of STYLES) element.style.setProperty(name, style.getPropertyValue(name));
    });
    return copy;
  }

  async function picture(svg) {
    const { width, height } = svg.viewBox.baseVal;
    const copy = coloured(svg);
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * SHARPER, height * SHARPER];
    const brush = canvas.getContext("2d");
    brush.fillStyle = getComputedStyle(document.body).backgroundColor;
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png");
  }

  document.addEventListener("click", async (click) => {
    const button = click.target.closest("[data-png]");
    if (!button) return;
    for (const svg of button.closest(".plot").querySelectorAll("svg")) {
      const link = document.createElement("a");
      link.href = await picture(svg);
      link.download = `${svg.getAttribute("aria-label")}.png`;
      link.click();
    }
  });
})();
