"use strict";
// The sentences behind the figures as numbered notes, for paper, on which nothing can be clicked.

const notes = (() => {
  const MOST = 100; // of one figure: more than anybody checks on paper
  const key = (each, id) => `${each.explorer.table} ${id}`;

  /** The rows that the figures show and that say something (a figure may name those), each once and numbered in the
   * order of the figures; what is too much is counted. */
  function gather(explorers) {
    const [numbers, rows] = [new Map(), []];
    let more = 0;
    for (const each of explorers) {
      const notable = each.explorer.notable ?? [...each.kept];
      const fresh = notable.filter((id) => each.kept.has(id) && !numbers.has(key(each, id)));
      more += Math.max(fresh.length - MOST, 0);
      for (const id of fresh.slice(0, MOST)) {
        rows.push({ each, id, row: each.rows.get(id) });
        numbers.set(key(each, id), rows.length);
      }
    }
    return { numbers, rows, more };
  }

  /** The notes as a section; `cite` gives the words and the id of a row. */
  function write({ rows, more }, make, cite) {
    const items = rows.map(({ each, id, row }) => {
      const told = each.explorer.columns.map(([column]) => row.cells[column]).filter(Boolean).slice(0, 3).join(", ");
      const { words, citable } = cite(id, row);
      return make("li", {}, make("b", { textContent: told }), ` “${words}” ${row.document} `, make("code", { textContent: citable }));
    });
    const rest = more ? [make("p", { textContent: `${more} more are in the tables under the figures; filters leave fewer.` })] : [];
    return make("section", { className: "notes" }, make("h2", { textContent: "The sentences behind the figures" }), make("ol", {}, ...items), ...rest);
  }

  /** A trace whose labels end with the numbers of their notes, before the air that keeps a label from its mark. */
  function number(each, trace, numbers) {
    if (trace.type === "bar" || trace.mode !== "text" || !Array.isArray(trace.text) || !trace.customdata) return trace;
    const found = (ids) => marks.list(ids).map((id) => numbers.get(key(each, id))).filter(Boolean);
    const text = trace.text.map((words, i) => {
      const told = found(trace.customdata[i]).slice(0, 3).join(",");
      return words && told ? words.replace(/\s*$/, (air) => ` <sup>${told}</sup>${air}`) : words;
    });
    return { ...trace, text };
  }

  return { gather, write, number };
})();
