// Draws an explorer's figure in JupyterLab and says which mark was clicked. The figure and plotly.js come packed in
// models of ipywidgets' own (plot.py says why): they listen whenever this script gets its turn.

const LIBRARY = Symbol.for("hanoi: plotly.js");
const PREFIX = "IPY_MODEL_";
const PAUSE = 150; // milliseconds

const unpack = (packed) => new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));

/** plotly.js as a module; its own wrapper hands it to `module`. */
async function load(packed) {
  const parts = ["const module = { exports: {} };", await unpack(packed).text(), "export default module.exports;"];
  const address = URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
  try {
    return (await import(address)).default;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** What the explorer's other parts need of the page they stand in: a clipboard, and the arrow keys in lists. */
function serve(el, signal) {
  const isOurs = (target) => el.closest(".jp-OutputArea-output")?.contains(target);
  document.addEventListener("focusin", ({ target }) => { // JupyterLab would walk from cell to cell
    if (isOurs(target) && target.matches("select")) target.dataset.lmSuppressShortcuts = "true";
  }, { signal });
  document.addEventListener("click", async ({ target }) => {
    if (!isOurs(target) || !target.dataset.citation) return;
    await navigator.clipboard.writeText(target.dataset.citation);
    target.textContent = "Copied";
  }, { signal });
}

async function render({ model, el, signal }) {
  el.classList.add("explorer-plot");
  const find = (name) => model.widget_manager.get_model(model.get(name).slice(PREFIX.length));
  const [library, drawing] = await Promise.all([find("library"), find("drawing")]);
  const Plotly = await (globalThis[LIBRARY] ??= load(library.get("packed")));
  const plot = el.appendChild(document.createElement("div"));
  const canLook = ({ xaxis }) => model.get("closer") && xaxis.type === "date";
  let drawn = null;

  /** Draws what is to be seen now, once it has a place; `drawn` is what stands there. */
  async function draw() {
    const packed = drawing.get("packed");
    if (packed === drawn || !el.clientWidth) return;
    drawn = packed;
    const { data, layout } = await unpack(packed).json();
    // Where labels ask for another margin, plotly draws every mark twice: room that was needed once is kept.
    const { l = 0 } = plot._fullLayout?._size ?? {};
    const margin = { ...layout.margin, l: Math.max(l, layout.margin?.l ?? layout.template.layout.margin.l) };
    const config = { displaylogo: false, scrollZoom: true, doubleClick: !canLook(layout) && "reset+autosize" };
    await Plotly.react(plot, { data, layout: { ...layout, margin }, config });
    if (plot.dataset.listens) return;
    plot.dataset.listens = "yes";
    plot.on("plotly_click", ({ points: [{ data: { name, meta }, customdata, pointNumber }] }) =>
      drawing.send({ trace: name, rows: [customdata].flat(), body: meta?.[pointNumber] ?? null }));
    // Of a closer look the kernel is told, which parts the marks; a double click shows all again.
    const look = (window) => canLook(plot.layout) && drawing.send({ window });
    let timer;
    plot.on("plotly_relayout", (change) => {
      if (!Object.keys(change).some((key) => key.startsWith("xaxis.range"))) return;
      clearTimeout(timer); // a wheel turns many times before one has seen enough
      timer = setTimeout(look, PAUSE, [...plot.layout.xaxis.range]);
    });
    plot.on("plotly_doubleclick", () => look([]));
  }

  // The wheel scrolls the notebook; with Ctrl, and by pinching, it looks closer, as in the report.
  el.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopPropagation(); }, { capture: true });
  let turn = Promise.resolve(); // one after the other: a small figure is unpacked sooner than a large one
  const next = (step) => { turn = turn.then(step).catch(console.error); };
  const show = () => next(draw);
  const resize = () => el.clientWidth && el.clientWidth !== plot._fullLayout?.width && Plotly.Plots.resize(plot);
  const seen = new ResizeObserver(() => next(drawn ? resize : draw));
  seen.observe(el);
  drawing.on("change:packed", show);
  signal.addEventListener("abort", () => {
    seen.disconnect();
    drawing.off("change:packed", show);
    Plotly.purge(plot);
  });
  serve(el, signal);
}

export default { render };
