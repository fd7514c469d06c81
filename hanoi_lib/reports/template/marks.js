"use strict";
// From a figure as the notebook saved it to the marks that the filters leave. Nothing here touches the page.

const marks = (() => {
  const list = (value) => (value === null || value === undefined ? [] : [value].flat().map(String));
  const PALE = "#5b6470"; // legible on white, and turned over on black
  const INK = "#1f2328"; // legible on every pale bar
  const WHOLE = new Set(["colorscale", "domain", "tickvals", "ticktext", "meta"]); // lists that are not one per mark

  /** A copy of a trace (or a part of it) in which every list with one entry per mark keeps only `indices`. */
  function thin(value, size, indices) {
    if (Array.isArray(value)) return value.length === size ? indices.map((i) => value[i]) : value;
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) =>
      [key, WHOLE.has(key) ? part : thin(part, size, indices)]));
  }

  /** A trace with the marks that stand for a row of `kept`. */
  function filterTrace(trace, kept, counted) {
    const marks = trace.customdata?.map(list);
    if (!marks?.some((ids) => ids.length)) return trace;
    const left = marks.map((ids) => ids.filter((id) => kept.has(id)));
    // A mark without ids breaks a line in two: it stays with the mark before it.
    const stays = left.map((ids, i) => ids.length > 0 || (marks[i].length === 0 && left[i - 1]?.length > 0));
    const indices = [...left.keys()].filter((i) => stays[i]);
    const result = thin(trace, marks.length, indices);
    if (counted || trace.meta?.aggregate === "count") recount(result, indices.map((i) => left[i].length), trace, indices);
    return result;
  }

  /** A trace in which the marks of the `selected` rows are drawn strong, the others pale. */
  function highlight(trace, selected) {
    const marks = selected.size ? trace.customdata?.map(list) : null;
    if (!marks?.some((ids) => ids.length)) return trace;
    const selectedpoints = marks.flatMap((ids, i) => (ids.some((id) => selected.has(id)) ? [i] : []));
    // Left to itself, plotly fades the labels too, until nobody can read them, and leaves those within bars white.
    const within = (trace.textposition === "inside" || trace.mode === "markers+text") && trace.textfont?.color;
    const textfont = within && { ...trace.textfont, color: marks.map((_, i) => (selectedpoints.includes(i) ? list(within)[i % list(within).length] : INK)) };
    return { ...trace, ...(within && { textfont }), selectedpoints,
      unselected: { marker: { opacity: 0.3 }, textfont: { color: within ? INK : PALE } } };
  }

  /** An aggregated mark that lost some of its rows shows the number of those left. */
  function recount(result, counts, trace, indices) {
    if (trace.meta?.rates) return retell(result, counts, trace.meta, indices);
    const axis = trace.orientation === "h" ? "x" : "y";
    if (trace.type === "bar") result[axis] = counts;
    if (!Array.isArray(trace.text)) return;
    const before = indices.map((i) => list(trace.customdata[i]).length);
    result.text = result.text.map((text, i) => (String(text) === String(before[i]) ? String(counts[i]) : text));
  }

  /** The same of a mark that tells a rate: its thickness and its number are those of the rows left (themes.py). */
  function retell(result, counts, { rates, thickness }, indices) {
    const left = counts.map((count, at) => count * rates[indices[at]]);
    if (thickness) result.width = left.map((rate) => Math.max(rate * thickness, 0.03));
    if (Array.isArray(result.text)) result.text = result.text.map((text, at) => (text ? `\u00a0${left[at].toFixed(1)}` : text));
  }

  /** The lanes of a chart from the top down: tick labels stand at their middles. None where the axis is another one. */
  function findLanes({ tickvals, ticktext, range } = {}) {
    const lanes = [];
    for (const [i, middle] of (Array.isArray(tickvals) ? tickvals : []).entries()) {
      const top = lanes.at(-1)?.end ?? 0;
      lanes.push({ label: ticktext?.[i], top, end: 2 * middle - top });
    }
    return lanes.length && Math.abs(lanes.at(-1).end - Math.max(...(range ?? []))) < 0.2 ? lanes : [];
  }

  /** The bodies that stand open: those chosen, else all up to `enough` rows, else as many as `many` hold (folding.py). */
  function chooseOpen(slots, { many, enough, opened }) {
    if (opened) return opened;
    const [sizes, open] = [new Map(), new Set()];
    for (const { lane, used } of slots) sizes.set(lane.body, (sizes.get(lane.body) ?? 0) + Number(used && !lane.closed));
    const most = [...sizes.values()].reduce((sum, size) => sum + size, 0) > enough ? many : enough;
    let rows = 0;
    for (const [body, size] of sizes) {
      rows += size;
      if (open.size && rows > most) break;
      if (size) open.add(body);
    }
    return open;
  }

  /** The rows of all lanes. Lanes that fold are closed row by row, others whole. */
  function cutRows(lanes, data, folds) {
    const slots = lanes.flatMap((lane) => {
      const count = folds && !lane.closed ? Math.round(lane.end - lane.top) : 1;
      const height = (lane.end - lane.top) / count;
      return Array.from({ length: count }, (_, i) => ({ lane, used: false, top: lane.top + i * height, end: lane.top + (i + 1) * height }));
    });
    const find = (y) => slots.find(({ top, end }) => y > top && y < end);
    for (const y of new Set(data.flatMap((trace) => (trace.customdata ? trace.y : [])))) (find(y) ?? {}).used = true;
    return { slots, find };
  }

  /** Rows in which no mark is left are taken out, and those below move up: one of thirty is not lost in white.
   *  Where bodies fold (`folding`, as leadership.py tells it), of an open one its row is taken out, of another its posts. */
  function closeLanes({ data, layout, ...rest }, folding) {
    const lanes = folding?.list ?? findLanes(layout.yaxis);
    const { slots, find } = cutRows(lanes, data, folding);
    const open = folding && chooseOpen(slots, folding);
    for (const slot of slots) slot.kept = slot.used && (!folding || slot.lane.closed !== open.has(slot.lane.body));
    if (!folding && slots.every(({ kept }) => kept)) return { data, layout, ...rest };
    let height = 0;
    const seen = new Map(); // lanes that are left, with where they stand now
    for (const slot of slots.filter(({ kept }) => kept)) {
      const from = seen.get(slot.lane)?.top ?? height;
      slot.shift = height - slot.top;
      height += slot.end - slot.top;
      seen.set(slot.lane, { ...slot.lane, top: from, end: height });
    }
    const left = [...seen.values()];
    const { range } = layout.yaxis;
    const band = layout.shapes?.[0];
    const shapes = band && left.filter((_, at) => at % 2 === 0).map(({ top, end }) => ({ ...band, y0: top, y1: end }));
    const most = Math.max(...range);
    const bottom = height + (folding ? 0.1 : most - lanes.at(-1).end);
    const yaxis = { ...layout.yaxis, tickvals: left.map(({ top, end }) => (top + end) / 2), ticktext: left.map(({ label }) => label),
      range: range.map((end) => (end === most ? bottom : end)) };
    const { t = 0, b = 0 } = layout.margin ?? {};
    const row = (layout.height - t - b) / (most - Math.min(...range));
    const move = (trace) => {
      if (!trace.customdata) return trace;
      const indices = [...trace.y.keys()].filter((i) => find(trace.y[i])?.kept);
      const moved = thin(trace, trace.y.length, indices);
      return { ...moved, y: moved.y.map((y) => y + find(y).shift) };
    };
    return { ...rest, lanes: left, open, data: data.map(move), layout: { ...layout, yaxis, shapes, height: layout.height + (bottom - most) * row } };
  }

  return { list, filterTrace, highlight, closeLanes };
})();
