"use strict";
// From a figure as the notebook saved it to the marks that the filters leave. Nothing here touches the page.

const marks = (() => {
  const list = (value) => (value === null || value === undefined ? [] : [value].flat().map(String));
  const WHOLE = new Set(["colorscale", "domain", "tickvals", "ticktext", "meta"]); // lists that are not one per mark

  /** A copy of a trace (or a part of it) in which every list with one entry per mark keeps only `indices`. */
  function thin(value, size, indices) {
    if (Array.isArray(value)) return value.length === size ? indices.map((i) => value[i]) : value;
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) =>
      [key, WHOLE.has(key) ? part : thin(part, size, indices)]));
  }

  /** A trace with the marks that stand for a row of `kept`; those of `selected` are drawn strong, the others pale. */
  function filterTrace(trace, kept, selected, counted) {
    const marks = trace.customdata?.map(list);
    if (!marks?.some((ids) => ids.length)) return trace;
    const left = marks.map((ids) => ids.filter((id) => kept.has(id)));
    // A mark without ids breaks a line in two: it stays with the mark before it.
    const stays = left.map((ids, i) => ids.length > 0 || (marks[i].length === 0 && left[i - 1]?.length > 0));
    const indices = [...left.keys()].filter((i) => stays[i]);
    const result = thin(trace, marks.length, indices);
    if (counted || trace.meta?.aggregate === "count") recount(result, indices.map((i) => left[i].length), trace, indices);
    if (selected.size) {
      const shown = indices.flatMap((i, at) => (left[i].some((id) => selected.has(id)) ? [at] : []));
      Object.assign(result, { selectedpoints: shown, unselected: { marker: { opacity: 0.3 } } });
    }
    return result;
  }

  /** An aggregated mark that lost some of its rows shows the number of those left. */
  function recount(result, counts, trace, indices) {
    const axis = trace.orientation === "h" ? "x" : "y";
    if (trace.type === "bar") result[axis] = counts;
    if (!Array.isArray(trace.text)) return;
    const before = indices.map((i) => list(trace.customdata[i]).length);
    result.text = result.text.map((text, i) => (String(text) === String(before[i]) ? String(counts[i]) : text));
  }

  /** The lanes of a chart as [top, end]: tick labels stand at their middles. None where the axis is another one. */
  function findLanes({ tickvals, range } = {}) {
    const lanes = [];
    for (const middle of Array.isArray(tickvals) ? tickvals : []) {
      const top = lanes.at(-1)?.[1] ?? 0;
      lanes.push([top, 2 * middle - top]);
    }
    return lanes.length && Math.abs(lanes.at(-1)[1] - Math.max(...(range ?? []))) < 0.2 ? lanes : [];
  }

  /** Lanes in which no mark is left are taken out, and those below move up: one of thirty is not lost in white. */
  function closeLanes({ data, layout, ...rest }) {
    const lanes = findLanes(layout.yaxis);
    const rows = data.flatMap((trace) => (trace.customdata ? trace.y : []));
    const kept = lanes.map(([top, end]) => rows.some((y) => y > top && y < end));
    if (kept.every(Boolean)) return { data, layout, ...rest };
    let gone = 0;
    const shifts = lanes.map(([top, end], i) => { const shift = gone; if (!kept[i]) gone += end - top; return shift; });
    const move = (y) => y - (shifts[lanes.findIndex(([top, end]) => y > top && y < end)] ?? 0);
    const left = [...lanes.keys()].filter((i) => kept[i]);
    const { tickvals, ticktext, range } = layout.yaxis;
    const band = layout.shapes?.[0];
    const shapes = band && left.filter((_, at) => at % 2 === 0).map((i) =>
      ({ ...band, y0: lanes[i][0] - shifts[i], y1: lanes[i][1] - shifts[i] }));
    const most = Math.max(...range);
    const yaxis = { ...layout.yaxis, tickvals: left.map((i) => move(tickvals[i])), ticktext: left.map((i) => ticktext[i]),
      range: range.map((end) => (end === most ? end - gone : end)) };
    const { t = 0, b = 0 } = layout.margin ?? {};
    const row = (layout.height - t - b) / (most - Math.min(...range));
    return { ...rest, layout: { ...layout, yaxis, shapes, height: layout.height - gone * row },
      data: data.map((trace) => (trace.customdata ? { ...trace, y: trace.y.map(move) } : trace)) };
  }

  return { list, filterTrace, closeLanes };
})();
