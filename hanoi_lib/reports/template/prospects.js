"use strict";
// What if it grew so much a year: aim, growth, base and years to set under a figure, and what follows from them. Reckons
// and words what audit/prospects.py and charts/prospects.py do; a test holds the two against each other.

const prospects = (() => {
  const SCALES = [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]];
  const SIGNS = { count: "", percent: "%", times: " times", m2: " m²", km2: " km²" };
  const trim = (size) => size.toLocaleString("en-US", { maximumFractionDigits: 2 });
  const AIR = "\u00a0".repeat(3);

  /** 492.3 trillion, 27,000, −6: as wording.say_number. */
  function number(value) {
    const [sign, size] = [value < 0 ? "−" : "", Math.abs(value)];
    const [scale, name] = SCALES.find(([least]) => size >= least) ?? [1, ""];
    return sign + trim(size / scale) + (name && ` ${name}`);
  }
  const amount = (value, unit) => (/^[A-Z]{3}$/.test(unit) ? `${unit} ${number(value)}` : number(value) + (SIGNS[unit] ?? (unit && ` ${unit}`)));
  const rate = (perCent) => `${number(Math.round(perCent * 10) / 10 + 0)}%`;
  const round = (value) => Number(value.toPrecision(4));
  const grow = (base, growth, years) => base * (1 + growth / 100) ** years;
  const startsSomewhere = ({ base, base_year, horizon }) => base > 0 && horizon > base_year;

  function project(aim, { growth, base, base_year, horizon }) {
    const years = horizon - base_year;
    const value = grow(base, growth, years);
    if (aim.kind === "growth") {
      const [low, high] = [aim.low, aim.high].map((end) => grow(base, end, years));
      return { value, low, high, needed: aim.low, reached: aim.strict ? growth > aim.low : growth >= aim.low };
    }
    const needed = 100 * ((aim.low / base) ** (1 / years) - 1);
    return { value, low: aim.low, high: aim.high, needed, reached: aim.strict ? value > aim.low : value >= aim.low };
  }

  function say(aim, chosen) {
    const { growth, base, base_year, horizon } = chosen;
    if (!(base > 0)) return "No document tells a level to start from. Type one to see where it leads.";
    if (horizon <= base_year) return "The horizon has to lie after the year of the base.";
    const found = project(aim, chosen);
    const verdict = found.reached ? "That reaches the aim" : "That does not reach the aim";
    if (aim.kind === "growth") {
      const [grown, aimed] = [found.value, found.low].map((end) => number(Math.round(100 * (end / base - 1))));
      return `At ${rate(growth)} a year from ${base_year} on, it would be ${grown}% larger in ${horizon}; ` +
        `at what is aimed at, ${aim.aim} a year, ${aimed}% or more. ${verdict}.`;
    }
    return `At ${rate(growth)} a year, ${amount(round(base), aim.unit)} in ${base_year} would become ${amount(round(found.value), aim.unit)} ` +
      `in ${horizon}. ${verdict}, ${aim.aim}: it needs ${rate(found.needed)} a year.`;
  }

  function need(aim, chosen) {
    if (aim.kind === "growth") return `${aim.name}. ${aim.growth_told[0].toUpperCase()}${aim.growth_told.slice(1)}`;
    if (!startsSomewhere(chosen)) return `${aim.name}. No document tells what it starts from`;
    return `${aim.name} needs ${rate(project(aim, chosen).needed)} a year, from ${amount(round(chosen.base), aim.unit)} in ${chosen.base_year}`;
  }

  /** The three traces of the figure, and how far its axes reach. */
  function picture({ data, layout }, aim, chosen, colours) {
    const told = (value) => (aim.kind === "growth" ? number(Math.round(value)) : amount(value, aim.unit));
    const starts = startsSomewhere(chosen);
    const ends = starts && aim.kind === "growth" ? project(aim, { ...chosen, growth: aim.low }) : aim;
    const by = aim.kind === "growth" ? `, by ${aim.aim} a year` : "";
    const marks = [...new Set([ends.low, ends.high])].map((value) =>
      ({ year: chosen.horizon, value, id: aim.aim_id, symbol: "diamond", label: `aim: ${told(value)}${by}${AIR}`, place: "middle left", colour: colours.aim }));
    if (chosen.base > 0) {
      const whence = chosen.base === aim.base ? aim.base_told : "your base";
      marks.push({ year: chosen.base_year, value: chosen.base, id: aim.start_id ?? aim.aim_id, symbol: "circle",
        label: `${AIR}${told(chosen.base)}${whence && `, ${whence}`}`, place: "bottom right", colour: colours.base });
    }
    const path = starts ? Array.from({ length: chosen.horizon - chosen.base_year + 1 }, (_, n) => [chosen.base_year + n, grow(chosen.base, chosen.growth, n)]) : [];
    const all = (name) => marks.map((mark) => mark[name]);
    const [symbols, line, labels] = data;
    const at = { x: all("year"), y: all("value"), customdata: all("id") };
    const years = [...at.x, ...path.map(([year]) => year)];
    const [first, last, top] = [Math.min(...years), Math.max(...years), Math.max(...at.y, ...path.map(([, value]) => value))];
    const air = Math.max((last - first) * 0.12, 0.6);
    const title = aim.kind === "growth" ? "an index" : aim.unit === "count" ? "" : aim.unit;
    return {
      data: [{ ...symbols, ...at, hovertext: all("label"), marker: { ...symbols.marker, symbol: all("symbol"), color: all("colour") } },
        { ...line, x: path.map(([year]) => year), y: path.map(([, value]) => value), customdata: path.map(() => []) },
        { ...labels, ...at, text: all("label"), textposition: all("place") }],
      layout: { ...layout, xaxis: { ...layout.xaxis, range: [first - air, last + air], dtick: last - first <= 8 ? 1 : null },
        yaxis: { ...layout.yaxis, range: [0, top * 1.25], title: { ...layout.yaxis.title, text: title } } },
    };
  }

  /** Put the controls under a figure; they draw it anew. */
  function add(each, make, draw) {
    const given = each.explorer.prospects;
    if (!given) return;
    const named = (label, input, after = "") => make("label", { className: "assumed" }, make("span", { textContent: label }), input, after);
    const aims = make("select", { autocomplete: "off" }, ...given.aims.map((one) => make("option", { value: one.aim_id, textContent: one.name })));
    const growth = make("input", { type: "range", min: given.growth.low, max: given.growth.high, step: given.growth.step, autocomplete: "off" });
    const shown = make("output");
    const base = make("input", { type: "number", min: 0, step: "any", autocomplete: "off" });
    const [year, horizon] = [1, 2].map(() => make("input", { type: "number", min: 1990, max: 2100, step: 1, autocomplete: "off" }));
    const unit = make("span");
    const words = make("p", { className: "follows" });
    words.setAttribute("role", "status");
    const source = make("p", { className: "small" });
    const original = each.figure;
    const find = () => given.aims.find((one) => one.aim_id === aims.value);
    const set = (one, chosen) => {
      aims.value = one.aim_id;
      growth.value = chosen.growth;
      base.value = chosen.base ?? "";
      year.value = chosen.base_year;
      horizon.value = chosen.horizon;
      unit.textContent = one.kind === "level" && one.unit !== "count" ? ` ${one.unit}` : "";
    };
    const follow = () => {
      const one = find();
      const chosen = { growth: Number(growth.value), base: base.value === "" ? null : Number(base.value), base_year: Number(year.value), horizon: Number(horizon.value) };
      growth.ariaValueText = shown.textContent = `${rate(chosen.growth)} a year`;
      words.textContent = say(one, chosen);
      const start = one.base_told && chosen.base === one.base ? `Base: ${one.base_told}. ` : "";
      source.textContent = `${start}Growth to begin with: ${one.growth_told}.`;
      each.element.querySelector("figcaption").textContent = need(one, chosen);
      each.figure = { ...original, ...picture(original, one, chosen, given.colours) };
      draw(each);
    };
    aims.addEventListener("change", () => { const one = find(); set(one, one); });
    const controls = make("section", { className: "asking", ariaLabel: "What if" }, named("Aim", aims),
      make("div", {}, named("Growth", growth), shown), make("div", {}, named("Base", base, unit), named("in", year), named("Horizon", horizon)), words, source);
    controls.addEventListener("input", (event) => { event.stopPropagation(); });
    for (const kind of ["input", "change"]) controls.addEventListener(kind, follow);
    const first = given.aims.find((one) => one.aim_id === given.assumed.aim);
    set(first, given.assumed);
    each.element.querySelector(".canvas").before(controls);
    follow();
  }

  return { add, say, need };
})();
