"use strict";
// Bars on a phone: the name of each lane stands above its bar, where beside it there would be no room for both.

const phones = (() => {
  const NARROW = 600; // pixels
  const [HEAD, LETTER] = [19, 5.9]; // what a name takes above a bar, and a letter of it
  const [LEFT, RIGHT] = [6, 16];
  const BESIDE = 1.12; // how much farther an axis reaches for words beside its bars

  /** A name in one line. */
  function write(name, room) {
    const line = name.replace("</b><br>", "</b> · ").replaceAll("<br>", " ");
    const most = Math.floor((room - LEFT - RIGHT) / LETTER);
    const over = line.replace(/<\/?b>|&\w+;/g, "").length - most;
    return over > 0 ? `${line.slice(0, line.length - over - 1).replace(/\s+\S*$/, "")}…` : line;
  }

  /** A figure of bars, of which charts/stacks.py and charts/programmes.py say that it may be `narrow`. */
  function narrow({ data, layout }, room) {
    const { tickvals, ticktext, range } = layout.yaxis;
    if (!tickvals || room >= NARROW) return { data, layout };
    const { t = 0, b = 0 } = layout.margin;
    const row = (layout.height - t - b) / Math.abs(range[1] - range[0]);
    const share = row / (row + HEAD); // what of a lane is left to its bar
    const lower = (y) => Math.floor(y) + 1 - share + (y - Math.floor(y)) * share;
    const annotations = tickvals.map((y, at) => ({ text: write(ticktext[at], room), x: 0, xref: "paper", xanchor: "left", y: Math.floor(y) + (1 - share) * 0.6,
      yanchor: "middle", showarrow: false, font: layout.yaxis.tickfont }));
    const xaxis = data.some(({ mode }) => mode === "text") ? { ...layout.xaxis, range: [layout.xaxis.range[0], layout.xaxis.range[1] * BESIDE] } : layout.xaxis;
    return { layout: { ...layout, xaxis, yaxis: { ...layout.yaxis, showticklabels: false }, annotations: [...(layout.annotations ?? []), ...annotations],
      height: layout.height + tickvals.length * HEAD, margin: { ...layout.margin, l: LEFT, r: RIGHT } },
      data: data.map((trace) => ({ ...trace, y: trace.y.map(lower), ...(trace.width && { width: shrink(trace.width, share) }) })) };
  }

  const shrink = (width, share) => (Array.isArray(width) ? width.map((one) => one * share) : width * share);

  return { narrow };
})();
