"use strict";
// Bars on a phone: the name of each lane stands above its bar, where beside it there would be no room for both.

const phones = (() => {
  const NARROW = 600; // pixels
  const [HEAD, LETTER] = [19, 5.9]; // what a name takes above a bar, and a letter of it
  const [LEFT, RIGHT] = [6, 16];
  const AIR = "\u00a0".repeat(3);
  const BESIDE = 1.12; // how much farther an axis reaches for words beside its bars

  /** Words in one line of so many pixels; `between` is put where they were parted. */
  function write(words, room, between = " ") {
    const line = words.replaceAll("<br>", between);
    const over = line.replace(/<\/?b>/g, "").replace(/&\w+;/g, "&").length - Math.floor(room / LETTER);
    return over > 0 ? `${line.slice(0, line.length - over - 1).replace(/…?\s+\S*$/, "")}…` : line;
  }

  /** Words beside bars, as long as there is room for them. */
  function shorten(trace, [start, end], room) {
    if (trace.mode !== "text") return trace;
    return { ...trace, text: trace.text.map((words, at) => AIR + write(words, (room * (end - trace.x[at])) / (end - start) - 12)) };
  }

  /** An axis that reaches farther where words stand beside bars, with every second of the ticks that it names. */
  function fitAxis(xaxis, data) {
    if (!data.some(({ mode }) => mode === "text")) return xaxis;
    const some = (list) => list?.filter((_, at) => at % 2 === 0);
    return { ...xaxis, range: [xaxis.range[0], xaxis.range[1] * BESIDE], tickvals: some(xaxis.tickvals), ticktext: some(xaxis.ticktext) };
  }

  /** A figure of bars, of which its chart says that it may be `narrow`, and by what (stacks.py); each lane is one row high. */
  function narrow({ data, layout }, room, between) {
    const { tickvals, ticktext, range } = layout.yaxis;
    if (!tickvals || room >= NARROW) return { data, layout };
    const { t = 0, b = 0 } = layout.margin;
    const row = (layout.height - t - b) / Math.abs(range[1] - range[0]);
    const share = row / (row + HEAD); // what of a lane is left to its bar
    const lower = (y) => Math.floor(y) + 1 - share + (y - Math.floor(y)) * share;
    const inside = room - LEFT - RIGHT;
    const xaxis = fitAxis(layout.xaxis, data);
    const annotations = tickvals.map((y, at) => ({ text: write(ticktext[at], inside, between), x: 0, xref: "paper", xanchor: "left", y: Math.floor(y) + (1 - share) * 0.6,
      yanchor: "middle", showarrow: false, font: layout.yaxis.tickfont }));
    return { layout: { ...layout, xaxis, yaxis: { ...layout.yaxis, showticklabels: false }, annotations: [...(layout.annotations ?? []), ...annotations],
      height: layout.height + tickvals.length * HEAD, margin: { ...layout.margin, l: LEFT, r: RIGHT } },
      data: data.map((trace) => ({ ...shorten(trace, xaxis.range ?? [], inside), y: trace.y.map(lower), ...(trace.width && { width: shrink(trace.width, share) }) })) };
  }

  const shrink = (width, share) => (Array.isArray(width) ? width.map((one) => one * share) : width * share);

  return { narrow };
})();
