// The texts of a page that are less legible than WCAG AA asks, HTML and what is drawn alike: [[ratio, words], ...].
// axe leaves drawn text and text before a gradient undecided. The browser itself applies the filter that turns
// figures dark, so that what is compared are the colours that a reader sees.
(() => {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const seen = new Map();

  /** The colour of layers of paint, [colour, opacity, filter], from the bottom up: [red, green, blue]. */
  function mix(layers) {
    const key = JSON.stringify(layers);
    if (!seen.has(key)) {
      pen.filter = "none"; pen.globalAlpha = 1; pen.fillStyle = "white"; pen.fillRect(0, 0, 1, 1);
      for (const [colour, opacity, filter] of layers) {
        pen.filter = filter; pen.globalAlpha = opacity; pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
      }
      seen.set(key, [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3));
    }
    return seen.get(key);
  }

  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  function compare(one, other) {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  }

  const style = (element) => getComputedStyle(element);
  const ancestors = (element) => (element ? [element, ...ancestors(element.parentElement)] : []);
  const opacity = (element) => ancestors(element).reduce((all, each) => all * style(each).opacity, 1);
  const filter = (element) => ancestors(element).map((each) => style(each).filter).find((each) => each !== "none") ?? "none";
  const paper = (element) => ancestors(element).reverse().map((each) => [style(each).backgroundColor, 1, "none"]);
  const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 1;

  /** The box of what is written, without the spaces that keep a label from its mark. */
  function findBox(text) {
    const [node, range] = [text.firstChild ?? text, document.createRange()];
    if (node.nodeType !== Node.TEXT_NODE) return text.getBoundingClientRect();
    range.setStart(node, node.data.length - node.data.trimStart().length);
    range.setEnd(node, node.data.trimEnd().length);
    return range.getBoundingClientRect();
  }

  /** The colour of a fill; of a hatched one the colour between its lines. */
  function findColour(fill) {
    const pattern = document.getElementById(/url\("#(.+)"\)/.exec(fill)?.[1]);
    return pattern ? style(pattern.querySelector("rect") ?? pattern).fill : fill;
  }

  /** What is painted behind a drawn text: each ground on which some of it stands, as layers. */
  function findGrounds(text, shapes) {
    const box = findBox(text);
    const touched = shapes.filter(({ element, bounds }) => bounds.width >= 1 && bounds.height >= 1 && // no line has a ground
      element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING &&
      bounds.left < box.right - 1 && bounds.right > box.left + 1 && bounds.top < box.bottom - 1 && bounds.bottom > box.top + 1);
    const under = touched.findLastIndex(({ bounds }) => // nothing can be seen of what lies below it
      bounds.left <= box.left + 1 && bounds.right >= box.right - 1 && bounds.top <= box.top + 2 && bounds.bottom >= box.bottom - 2);
    const layers = touched.map(({ layer }) => layer);
    return [...Array(layers.length + 1).keys()].slice(under + 1).map((last) => layers.slice(0, last));
  }

  function inspectDrawing(plot) {
    const shapes = [...plot.querySelectorAll("path, rect")].filter((each) => visible(each) && style(each).fill !== "none")
      .map((element) => ({ element, bounds: element.getBoundingClientRect(),
        layer: [findColour(style(element).fill), style(element).fillOpacity * opacity(element), filter(element)] }));
    return [...plot.querySelectorAll("text")].filter((text) => visible(text) && text.textContent.trim()).flatMap((text) =>
      (text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text]).map((part) => {
        const ink = [style(part).fill, style(part).fillOpacity * opacity(part), filter(part)];
        return [Math.min(...findGrounds(part, shapes).map((ground) => {
          const behind = [...paper(plot), ...ground];
          return compare(mix([...behind, ink]), mix(behind));
        })), part];
      }));
  }

  function inspectWords() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const holders = new Set();
    while (walker.nextNode()) if (walker.currentNode.data.trim()) holders.add(walker.currentNode.parentElement);
    return [...holders].filter((each) => !each.closest("svg, script, noscript") && visible(each)).map((each) =>
      [compare(mix([...paper(each), [style(each).color, opacity(each), "none"]]), mix(paper(each))), each]);
  }

  const asked = (element) => {
    const [size, weight] = [parseFloat(style(element).fontSize), Number(style(element).fontWeight)];
    return size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5;
  };
  const found = [...inspectWords(), ...[...document.querySelectorAll(".plot")].flatMap(inspectDrawing)];
  return { texts: found.length, faint: found.filter(([ratio, element]) => ratio < asked(element))
    .map(([ratio, element]) => `${ratio.toFixed(2)} ${element.textContent.trim().slice(0, 60)}`) };
})()
