"use strict";
// Draws the figures of a report and keeps four things in step: figures, tables, the evidence panel and the address.
// Text of documents enters the page through textContent only. The filters select rows; a mark is drawn when a row
// that its customdata names is selected (marks.js). What the notebook put into a figure is told in drawings.py.

(async function main() {
  const { list, filterTrace, highlight, closeLanes } = marks;
  const $ = (selector, root = document) => root.querySelector(selector);

  /** An element with properties and children: make("p", {className: "small"}, "text", otherElement). */
  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  // ---- What the page holds ---------------------------------------------------------------------------------------

  /** The text of a script element that holds data; what is large was packed by markup.py. */
  async function unpack(element) {
    if (!element.dataset.encoding) return element.textContent;
    const bytes = Uint8Array.from(atob(element.textContent.trim()), (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }
  const readJson = async (element) => JSON.parse(await unpack(element));

  if (!window.DecompressionStream) { // a browser from before 2023
    for (const canvas of document.querySelectorAll(".canvas")) canvas.replaceChildren("This browser is too old for this page: one of 2023 or later draws the figures and tables.");
    return;
  }

  const paragraphs = await readJson($("#paragraphs"));
  const figures = await Promise.all([...document.querySelectorAll("figure[data-figure]")].map(async (element) => {
    const { figure, explorer } = await readJson($(".figure-json", element));
    const rows = new Map(Object.entries(explorer?.rows ?? {}));
    return { element, plot: $(".plot", element), canvas: $(".canvas", element), figure, explorer, rows, kept: new Set(rows.keys()) };
  }));
  const explorers = figures.filter((each) => each.explorer);
  // Filters of one name are one control, which acts on every figure that declares it, on whatever column there.
  const declared = explorers.flatMap((each) => each.explorer.filters);
  const choices = new Set(declared.filter((f) => f.kind === "choice").map((f) => f.label));
  const period = declared.find((f) => f.kind === "period");
  const search = declared.find((f) => f.kind === "text");

  const state = { chosen: new Map(), from: "", to: "", search: "", selected: new Set() };
  let printed = null; // the notes, while the page goes to paper

  // ---- Filtering rows --------------------------------------------------------------------------------------------

  /** Lower case without diacritics, so that "Tô Lâm" is found by "to lam". */
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  /** The id to cite. Where a figure shows two tables, the id of a row has a word and a colon before it. */
  const citable = (id) => id.replace(/^\w+:/, "");
  const quote = (row) => paragraphs[row.paragraph].slice(row.start, row.end);
  /** What a row rests on, one citation or several, each with the id to cite it by. */
  const citations = (id, row) => [[row.cited ?? id, row], ...(row.more ?? []).map((one) => [one.id, one])];

  /** 2025 -> 2025-01-01 or 2025-12-31, 2025-06 -> ...-01 or ...-31: what makes dates comparable as text. */
  const pad = (date, tail) => (date + tail.slice(date.length - 4)).slice(0, 10);

  function passes(row, filter) {
    if (filter.kind === "choice") {
      const chosen = state.chosen.get(filter.label);
      return !chosen?.size || list(row.filter[filter.column]).some((value) => chosen.has(value));
    }
    if (filter.kind === "period") {
      if (!state.from && !state.to) return true;
      // A row stays when its date may lie in the period: open ends reach everywhere.
      return (!state.from || !row.to || row.to >= pad(state.from, "-01-01")) &&
        (!state.to || !row.from || row.from <= pad(state.to, "-12-31"));
    }
    const sentence = fold(row.words ?? quote(row));
    return fold(state.search).split(/\s+/).every((word) => sentence.includes(word));
  }

  const selectRows = ({ rows, explorer }) =>
    new Set([...rows.keys()].filter((id) => explorer.filters.every((filter) => passes(rows.get(id), filter))));

  // ---- Drawing ---------------------------------------------------------------------------------------------------

  const family = getComputedStyle(document.documentElement).getPropertyValue("--sans");

  const finger = matchMedia("(pointer: coarse)");
  // Pixels of a figure and of the plot in it for which an explorer's labels are laid out, and of a figure on paper. Narrower
  // screens scroll, unless the figure may be narrow, and paper scales.
  const [WIDTH, PLOT, PAPER] = [850, 660, 900];

  function fit(layout, width) {
    const fitted = { ...layout, width, height: layout.height ?? 450,
      font: { ...layout.font, family }, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", uirevision: "kept" };
    return finger.matches ? { ...fitted, dragmode: false } : fitted; // a finger scrolls the page, not the chart
  }

  /** What is selected stands out on the screen; on paper, labels name their notes. */
  const finish = (each, trace) => (printed ? notes.number(each, trace, printed.numbers) : highlight(trace, state.selected));

  async function draw(each) {
    if (!window.Plotly) return;
    const { element, plot, canvas, figure, kept, rows, explorer } = each;
    const counted = explorer?.aggregate === "count";
    const empty = rows.size > 0 && kept.size === 0;
    $(".empty", element).hidden = !empty;
    canvas.hidden = empty;
    if (empty) return;
    const data = figure.data.map((trace) => filterTrace(trace, kept, counted));
    const folding = explorer?.lanes && { ...explorer.lanes, opened: each.opened };
    const filtered = { ...figure, data, layout: figure.layout ?? {} };
    const { layout, data: left, frames, ...told } = explorer?.clusters ? clusters.arrange(filtered, each) : closeLanes(filtered, folding);
    const room = canvas.clientWidth;
    const slim = explorer?.narrow && !printed ? phones.narrow({ data: left, layout }, room, explorer.narrow) : { data: left, layout };
    const least = !explorer || explorer.narrow || explorer.prospects ? 0 : WIDTH;
    const width = printed ? PAPER + (each.more ?? 0) : Math.max(room, least + (each.more ?? 0));
    const drawn = { data: slim.data.map((trace) => finish(each, trace)), frames, layout: fit(slim.layout, width) };
    const [page, height] = [840, drawn.layout.height]; // pixels that a sheet has for a figure
    const tall = height * 0.5 > page; // of what would be too small on one sheet, several
    element.classList.toggle("tall", tall);
    plot.style.setProperty("--scale", Math.min((0.74 * PAPER) / width, tall ? 1 : page / height));
    // The object form: the positional one drops frames.
    await Plotly.react(plot, { ...drawn, config: { displayModeBar: false, scrollZoom: true, doubleClick: !explorer?.clusters && "reset+autosize" } });
    // Long names of lanes leave the plot less than its labels are laid out for: then it is drawn wider.
    const missing = least && (printed || width > room) ? PLOT - plot._fullLayout._size.w : 0;
    if (missing > 1) {
      each.more = (each.more ?? 0) + missing;
      return draw(each);
    }
    folds.place(each, make, draw, told);
    clusters.tellWindow(each);
    canvas.tabIndex = canvas.scrollWidth > canvas.clientWidth ? 0 : -1; // what scrolls can be scrolled by keys
    if (each.listening) return;
    each.listening = true;
    clusters.listen(each, draw);
    // The wheel scrolls the page; with Ctrl, and by pinching, it zooms. A double click shows all again.
    canvas.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopPropagation(); }, { capture: true });
    plot.on("plotly_click", (event) => {
      const ids = event.points.flatMap((point) => list(point.customdata));
      openEvidence(each, [...new Set(ids)].filter((id) => each.kept.has(id)), canvas);
    });
  }

  const redraw = () => Promise.all(figures.map(draw));

  // ---- The table under a figure ----------------------------------------------------------------------------------

  function addTable(each) {
    const body = make("tbody");
    const table = make("table", {}, make("caption", { className: "hidden", textContent: each.explorer.title }),
      make("thead", {}, make("tr", {}, ...each.explorer.columns.map(([, heading], at) => columnHead(body, heading, at)))), body);
    const scroll = make("div", { className: "scroll", tabIndex: 0, role: "group", ariaLabel: `Rows: ${each.explorer.title}` }, table);
    const save = make("button", { type: "button", className: "save", textContent: "Download these rows (CSV)" });
    save.addEventListener("click", () => saveRows(each));
    each.summary = make("summary");
    each.element.append(make("details", { className: "rows" }, each.summary, scroll, save));
    for (const [id, row] of each.rows) body.append(tableRow(each, id, row));
    each.lines = new Map([...body.children].map((line) => [line.dataset.row, line]));
  }

  function tableRow(each, id, row) {
    const open = make("button", { type: "button", className: "cite" });
    open.addEventListener("click", () => openEvidence(each, [id], open));
    const line = make("tr", {}, ...each.explorer.columns.map(([column], at) => {
      const text = row.cells[column] ?? "";
      if (at > 0) return make("td", { textContent: text });
      open.textContent = text || "Read";
      return make("th", { scope: "row" }, open);
    }));
    line.dataset.row = id;
    return line;
  }

  function columnHead(body, heading, at) {
    const button = make("button", { type: "button", textContent: heading, title: "Sort" });
    const head = make("th", { scope: "col" }, button);
    button.addEventListener("click", () => {
      const turn = head.ariaSort === "ascending" ? -1 : 1;
      for (const other of head.parentElement.children) other.ariaSort = null;
      head.ariaSort = turn === 1 ? "ascending" : "descending";
      const text = (line) => line.children[at].textContent;
      body.append(...[...body.children].sort((a, b) => turn * text(a).localeCompare(text(b), "en", { numeric: true })));
    });
    return head;
  }

  function saveRows({ explorer, rows, kept }) {
    const cell = (text) => `"${String(text ?? "").replaceAll('"', '""')}"`;
    const head = [...explorer.columns.map(([, heading]) => heading), "quote", "document", "id"];
    const lines = [...rows].filter(([id]) => kept.has(id)).map(([id, row]) =>
      [...explorer.columns.map(([column]) => row.cells[column]), citations(id, row).map((one) => quote(one[1])).join(" | "),
        row.document_id, citable(id)]);
    const csv = "\ufeff" + [head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
    const link = make("a", { href: URL.createObjectURL(new Blob([csv], { type: "text/csv" })), download: `${explorer.explorer}.csv` });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  // ---- The evidence panel ----------------------------------------------------------------------------------------

  const panel = $("#evidence");
  let opener = null;

  function openEvidence(each, ids, from) {
    if (!ids.length) return;
    opener = from;
    $("#evidence-title").textContent = ids.length === 1 ? "Where this comes from" : `Where these ${ids.length} come from`;
    $(".evidence-body").replaceChildren(...ids.flatMap((id) => citations(id, each.rows.get(id))).map((one) => passage(...one)));
    $(".evidence-body").scrollTop = 0;
    panel.hidden = false;
    document.body.classList.add("beside");
    select(ids);
    $(".close", panel).focus({ preventScroll: true });
  }

  function closeEvidence() {
    if (panel.hidden) return;
    panel.hidden = true;
    document.body.classList.remove("beside");
    select([]);
    opener?.focus({ preventScroll: true });
  }

  /** Marks and table rows that cite the same words are highlighted wherever they stand on the page. */
  function select(ids) {
    state.selected = new Set(ids);
    for (const each of explorers)
      for (const [id, line] of each.lines) line.ariaCurrent = state.selected.has(id) ? "true" : null;
    redraw(); // all of them: the panel may have made the page narrower
  }

  function passage(id, row) {
    const text = paragraphs[row.paragraph];
    const copy = make("button", { type: "button", className: "copy", textContent: "Copy citation" });
    const source = [row.document, row.published, row.speaker && `said by ${row.speaker}`].filter(Boolean);
    copy.addEventListener("click", () => copyText(`“${quote(row)}” (${source.join(", ")}) [${citable(id)}]`, copy));
    return make("article", {},
      make("p", { className: "source" }, make("cite", { textContent: row.document }), ...source.slice(1).map((part) => ` · ${part}`)),
      make("blockquote", {}, text.slice(0, row.start), make("mark", { textContent: quote(row) }), text.slice(row.end)),
      make("p", { className: "id" }, make("code", { textContent: citable(id) }), copy));
  }

  async function copyText(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // browsers that keep the clipboard from files opened from disk
      const area = make("textarea", { value: text });
      panel.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.textContent = "Copied";
    say("Citation copied");
    setTimeout(() => { button.textContent = "Copy citation"; }, 2000);
  }

  // ---- The filter bar --------------------------------------------------------------------------------------------

  const form = $("#filters");
  const status = make("p", { className: "status", role: "status" });
  const say = (text) => { status.textContent = text; };

  function addChoice(label) {
    const ids = new Map(); // value -> the rows that have it, each counted once however many figures show it
    for (const { explorer, rows } of explorers)
      for (const { column } of explorer.filters.filter((f) => f.kind === "choice" && f.label === label))
        for (const [id, row] of rows)
          for (const value of list(row.filter[column])) ids.set(value, (ids.get(value) ?? new Set()).add(`${explorer.table} ${id}`));
    const byNumber = (a, b) => ids.get(b).size - ids.get(a).size || a.localeCompare(b, "en", { numeric: true });
    const find = make("input", { type: "search", placeholder: "Find", ariaLabel: `Find in ${label}`, autocomplete: "off" });
    const options = [...ids.keys()].sort(byNumber).map((value) =>
      make("label", {}, make("input", { type: "checkbox", name: label, value }), make("span", { textContent: value }),
        make("small", { textContent: ids.get(value).size })));
    find.hidden = options.length < 8;
    find.addEventListener("input", (event) => {
      event.stopPropagation(); // looking for an option filters nothing yet
      for (const option of options) option.hidden = !fold(option.textContent).includes(fold(find.value));
    });
    const summary = make("summary", {}, label, make("b"));
    const menu = make("details", { className: "choice", name: "choice" }, summary,
      make("fieldset", {}, make("legend", { className: "hidden", textContent: label }), find, ...options));
    menu.dataset.label = label;
    form.append(menu);
  }

  function addField(label, name, properties) {
    const input = make("input", { name, autocomplete: "off", ...properties });
    form.append(make("label", { className: `field ${name}` }, make("span", { textContent: label }), input));
  }

  function addFilters() {
    choices.forEach(addChoice);
    if (period) {
      const dates = explorers.flatMap((each) => [...each.rows.values()]).flatMap((row) => [row.from, row.to]).filter(Boolean).sort();
      const field = { pattern: "\\d{4}(-\\d{2}){0,2}", size: 10, title: "A year, month or day: 2025, 2025-06, 2025-06-16" };
      addField(`${period.label}, from`, "from", { ...field, placeholder: dates.at(0)?.slice(0, 4) ?? "" });
      addField("to", "to", { ...field, placeholder: dates.at(-1)?.slice(0, 4) ?? "" });
    }
    if (search) addField(search.label, "search", { type: "search", placeholder: search.hint ?? "words in the cited sentences" });
    if (!declared.length) return;
    form.append(make("button", { type: "reset", textContent: "Reset" }), status);
    form.hidden = false;
  }

  /** What stands in the controls becomes the state, the address, the figures and the tables. */
  async function applyFilters() {
    const fields = new FormData(form);
    for (const label of choices) state.chosen.set(label, new Set(fields.getAll(label)));
    for (const name of ["from", "to"]) state[name] = form.elements[name]?.validity.valid ? fields.get(name) : "";
    state.search = (fields.get("search") ?? "").trim();
    for (const menu of form.querySelectorAll("details.choice")) {
      const size = state.chosen.get(menu.dataset.label).size;
      $("b", menu).textContent = size ? ` ${size}` : "";
      menu.classList.toggle("active", size > 0);
    }
    const address = new URLSearchParams([...fields].filter(([, value]) => value)).toString();
    if (address || /=/.test(location.hash)) history.replaceState(null, "", `#${address}`);
    const [shown, all] = [new Set(), new Set()];
    for (const each of explorers) {
      each.kept = selectRows(each);
      each.answer?.();
      for (const id of each.rows.keys()) all.add(`${each.explorer.table} ${id}`);
      for (const id of each.kept) shown.add(`${each.explorer.table} ${id}`);
      for (const [id, line] of each.lines) line.hidden = !each.kept.has(id);
      const [left, whole] = [each.kept.size, each.rows.size];
      const part = left < whole ? `${left} of the ${whole} rows` : whole === 1 ? "The one row" : `The ${whole} rows`;
      each.summary.textContent = `${part} of this figure, with the sentence behind each`;
      $(".filtered", each.element).hidden = left === whole;
      $(".filtered", each.element).textContent = `Filtered: ${part}. What is written around the figure speaks of all of them.`;
    }
    say(shown.size === all.size ? `All ${all.size} rows shown` : `${shown.size} of ${all.size} rows shown`);
    await Promise.all(explorers.map(draw));
  }

  /** The filters that the address names are set in the controls. */
  function readAddress() {
    const wanted = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = wanted.getAll(box.name).includes(box.value);
    for (const name of ["from", "to", "search"]) if (form.elements[name]) form.elements[name].value = wanted.get(name) ?? "";
  }

  // ---- Start -----------------------------------------------------------------------------------------------------

  async function unpackPlotly() {
    // An inline script, because the page's policy names this very text by its hash and allows no other.
    document.head.append(make("script", { textContent: await unpack($("#plotly")) }));
    $("#plotly").remove();
  }

  for (const each of explorers) { answers.add(each, make); prospects.add(each, make, draw); folds.add(each, make, form, draw); clusters.add(each, make, form, draw); addTable(each); }
  for (const { element } of figures) {
    const reset = make("button", { type: "button", textContent: "Show all again" });
    reset.addEventListener("click", () => form.reset());
    $(".empty", element).append("Nothing here matches the filters. ", reset);
  }
  addFilters();
  readAddress();

  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(applyFilters, 120); });
  form.addEventListener("reset", () => setTimeout(applyFilters));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { if (location.hash.includes("=") || !location.hash) { readAddress(); applyFilters(); } });
  $(".close", panel).addEventListener("click", closeEvidence);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = $("details.choice[open]");
    if (!menu) return closeEvidence();
    menu.open = false;
    $("summary", menu).focus();
  });
  document.addEventListener("click", (event) => {
    const menu = $("details.choice[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
  addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(redraw, 120); });
  addEventListener("beforeprint", () => {
    $(".notes")?.remove(); // some browsers tell of one print twice
    printed = notes.gather(explorers);
    const section = notes.write(printed, make, (id, row) => ({ words: quote(row), citable: citable(id) }));
    if (printed.rows.length) $("main").append(section);
    redraw();
  });
  addEventListener("afterprint", () => {
    printed = null;
    $(".notes")?.remove();
    redraw();
  });

  await unpackPlotly();
  await Promise.all(figures.filter((each) => !each.explorer).map(draw));
  await applyFilters();
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
})();
