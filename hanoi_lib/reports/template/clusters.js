"use strict";
// Marks in lanes as one looks closer: a label where there is room, a circle with a number where marks would cover one another.
// Places them as charts/placing.py does, by the measures that lanes.py wrote into `explorer.clusters`; a test holds the two
// against each other. `each.window` are the two days between which one looks, null for all.

const clusters = (() => {
  const DAY = 864e5;
  const AIR = "\u00a0".repeat(3);
  /** Days since 1970, of a day or a moment as plotly writes it. */
  const count = (moment) => Date.parse(`${String(moment).replace(" ", "T")}${moment.length > 10 ? "Z" : ""}`) / DAY;
  const write = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const tell = (day) => new Date(day * DAY).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  // ---- What there is to place ------------------------------------------------------------------------------------

  /** The marks of a figure with their lanes and days, and `from` and `to` of their bars. */
  function find([symbols, ranges, labels], { lanes, label, letter }) {
    const bars = new Map();
    ranges.customdata.forEach((id, i) => {
      const from = count(ranges.base[i]);
      const { from: first, to: last } = bars.get(id) ?? { from, to: from };
      bars.set(id, { from: Math.min(first, from), to: Math.max(last, from + ranges.x[i] / DAY - 1) });
    });
    const words = new Map(labels.customdata.map((id, i) => [id, labels.text[i].trim()]));
    return [...symbols.customdata.keys()].filter((i) => !Array.isArray(symbols.customdata[i])).map((i) => {
      const [id, day, y] = [symbols.customdata[i], count(symbols.x[i]), symbols.y[i]];
      const colour = symbols.marker.line.color[i];
      const text = words.get(id) ?? "";
      const look = `${symbols.marker.color[i] === "white" ? 1 : 0} ${symbols.marker.symbol[i]} ${colour}`;
      return { i, id, day, colour, look, text, ...(bars.get(id) ?? { from: day, to: day }),
        length: letter * Math.min(text.replace(/&\w+;/g, "&").length, label) + 8,
        lane: lanes.find(({ top, end }) => y > top && y < end).lane };
    });
  }

  /** The two ends of an axis that holds all marks, as marks.build_axis. */
  function fit(found) {
    const [first, last] = [Math.min(...found.map(({ from }) => from)), Math.max(...found.map(({ to }) => to))];
    const air = Math.max((last - first) * 0.06, (120 - (last - first)) / 2, 12);
    return [first - air, last + air];
  }

  // ---- Placing them ----------------------------------------------------------------------------------------------

  /** Lanes and circles, fewer lanes with labels where all of them would be too high. */
  function place(found, [start, end], measures) {
    const { width, labelled, edge, high } = measures;
    const pixel = (day) => (width * (day - start)) / (end - start);
    for (const mark of found) Object.assign(mark, { first: pixel(mark.from) - edge, last: pixel(mark.to) + edge, at: pixel(mark.day) });
    let placed;
    for (const most of labelled) {
      placed = stack(found, most, measures);
      if (placed.ends.at(-1).end <= high) break;
    }
    return placed;
  }

  function stack(found, most, measures) {
    const { width, lanes } = measures;
    const [ends, circles] = [[], []];
    let top = 0;
    for (const lane of new Set(lanes.map((each) => each.lane))) {
      const inside = found.filter((mark) => mark.lane === lane);
      if (!inside.length) continue;
      const near = inside.filter(({ first, last }) => last > 0 && first < width);
      const few = near.length <= most ? near : [];
      const rows = spread(few, top, measures);
      const end = gather(inside.filter((mark) => !few.includes(mark)), top, measures, circles);
      const next = few.length ? top + rows : Math.max(end, top + 1);
      ends.push({ lane, top, end: next });
      top = next;
    }
    return { ends, circles };
  }

  /** Each mark in the first row in which it and its label touch nothing; how many rows that takes. */
  function spread(found, top, { width, edge }) {
    const rows = [];
    for (const mark of [...found].sort((a, b) => a.from + a.to - b.from - b.to || (a.id < b.id ? -1 : 1))) {
      const { first, last, length } = mark;
      const left = last + length > width && first - length > 0;
      const beside = mark.at + edge + length;
      const inside = !left && beside <= width && last + length > width;
      const [from, to] = left ? [first - length, last] : [first, inside ? Math.max(last, beside) : last + length];
      let row = rows.findIndex((boxes) => boxes.every((box) => to < box[0] || from > box[1]));
      if (row < 0) row = rows.push([]) - 1;
      rows[row].push([from, to]);
      Object.assign(mark, { y: top + row + 0.5, left, inside, alone: true, told: true });
    }
    return rows.length;
  }

  /** A row for the marks of each look, what is sure first; where the rows end. */
  function gather(found, top, { gap, crowd, width }, circles) {
    const looks = [...new Set(found.map(({ look }) => look))].sort();
    looks.forEach((look, number) => {
      const y = top + (number + 0.5) * crowd;
      const alike = found.filter((mark) => mark.look === look).sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
      for (const group of cluster(alike, gap)) {
        const alone = group.length === 1;
        for (const mark of group) Object.assign(mark, { y, left: false, inside: false, alone, told: alone && hasRoom(mark, alike, width) });
        if (!alone) circles.push({ group, y });
      }
    });
    return top + looks.length * crowd;
  }

  const middle = (group, key) => (group[0][key] + group.at(-1)[key]) / 2;

  function cluster(found, gap) {
    const groups = [];
    for (const mark of found) {
      let group = [mark];
      while (groups.length && middle(group, "at") - middle(groups.at(-1), "at") < gap) {
        groups.at(-1).push(...group);
        group = groups.pop();
      }
      groups.push(group);
    }
    return groups;
  }

  function hasRoom({ id, last, length }, others, width) {
    const end = last + length;
    return last >= 0 && end <= width && others.every((other) => other.id === id || other.last < last || other.first > end);
  }

  // ---- The figure that comes of it -------------------------------------------------------------------------------

  function drawSymbols(trace, found, circles, sizes) {
    const alone = found.filter((mark) => mark.alone);
    const firsts = [...alone, ...circles.map(({ group }) => group[0])];
    const pick = (values) => firsts.map(({ i }) => values[i]);
    const { marker, textfont } = trace;
    const only = (values, circle) => [...alone.map(({ i }) => values[i]), ...circles.map(circle)];
    const size = ({ group }) => sizes[Math.min(String(group.length).length, 3) - 1];
    return { ...trace,
      x: only(trace.x, ({ group }) => write(Math.floor(middle(group, "day")))),
      y: [...alone, ...circles].map(({ y }) => y),
      text: only(trace.text, ({ group }) => String(group.length)),
      customdata: only(trace.customdata, ({ group }) => group.map(({ id }) => id)),
      hovertext: only(trace.hovertext, ({ group }) => tellCircle(group)),
      textfont: { ...textfont, color: pick(textfont.color) },
      marker: { ...marker, symbol: only(marker.symbol, () => "circle"), size: only(marker.size, size), color: pick(marker.color),
        line: { ...marker.line, color: pick(marker.line.color) } } };
  }

  function tellCircle(group) {
    const more = group.length > 4 ? [`and ${group.length - 4} more`] : [];
    const lines = group.slice(0, 4).map(({ text }) => `· ${text}`);
    return [`<b>${group[0].lane}: ${group.length} close together</b>`, ...lines, ...more, "<i>Look closer to part them, click to read.</i>"].join("<br>");
  }

  function drawLabels(trace, found) {
    const told = found.filter((mark) => mark.told);
    return { ...trace, x: told.map(({ left, inside, day, from, to }) => write(inside ? day : left ? from : to)), y: told.map(({ y }) => y), customdata: told.map(({ id }) => id),
      text: told.map(({ text, left }) => (left ? text + AIR : AIR + text)), textposition: told.map(({ left }) => `middle ${left ? "left" : "right"}`) };
  }

  function layOut(layout, ends, shown, { lanes, row }) {
    const bottom = ends.at(-1).end;
    const seen = [...new Set(lanes.map(({ lane }) => lane))];
    const height = (rows) => Math.max(Math.round(rows * row), 3 * row);
    const names = new Map(seen.map((lane, at) => [lane, layout.yaxis.ticktext[at]]));
    const [band] = layout.shapes;
    const range = shown.map((day) => new Date(day * DAY).toISOString().slice(0, 16).replace("T", " "));
    return { ...layout, height: layout.height - height(lanes[seen.length - 1].end) + height(bottom),
      shapes: ends.filter((_, at) => at % 2 === 0).map(({ top, end }) => ({ ...band, y0: top, y1: end })),
      xaxis: { ...layout.xaxis, range, uirevision: String(range) },
      yaxis: { ...layout.yaxis, range: [bottom + 0.1, -0.1], tickvals: ends.map(({ top, end }) => (top + end) / 2), ticktext: ends.map(({ lane }) => names.get(lane)) } };
  }

  /** A figure of which filters have left some marks, as it looks between the days of `each.window`. */
  function arrange({ data, layout, ...rest }, each) {
    const measures = each.explorer.clusters;
    const found = find(data, measures);
    each.whole = each.kept.size === each.rows.size ? layout.xaxis.range.map(count) : fit(found);
    each.shown = each.window ?? each.whole;
    const days = found.map(({ day }) => day).filter((day) => day > each.shown[0] && day < each.shown[1]).sort((a, b) => a - b);
    each.middle = days[days.length >> 1] ?? (each.shown[0] + each.shown[1]) / 2; // where most there is to see
    const { ends, circles } = place(found, each.shown, measures);
    each.circles = circles.length;
    const rows = new Map(found.map(({ id, y }) => [id, y]));
    const [symbols, ranges, labels] = data;
    return { ...rest, layout: layOut(layout, ends, each.shown, measures),
      data: [drawSymbols(symbols, found, circles, measures.sizes), { ...ranges, y: ranges.customdata.map((id) => rows.get(id)) }, drawLabels(labels, found)] };
  }

  // ---- Looking closer --------------------------------------------------------------------------------------------

  /** Put the buttons above a figure whose marks can be parted. Choosing by the filters shows all that is left. */
  function add(each, make, form, draw) {
    if (!each.explorer.clusters) return;
    each.window = null;
    const move = (textContent, shift, size) => {
      const button = make("button", { type: "button", textContent });
      button.addEventListener("click", () => {
        const [start, end] = each.shown;
        const centre = size < 1 ? each.middle : (start + end) / 2;
        look(each, draw, centre + shift * (end - start), Math.max(size * (end - start), 14));
      });
      return button;
    };
    each.told = make("span");
    const buttons = [move("Closer", 0, 1 / 2), move("Wider", 0, 2), move("Earlier", -1 / 2, 1), move("Later", 1 / 2, 1), move("All", 0, 1e6)];
    each.canvas.before(make("p", { className: "folding", role: "group", ariaLabel: `Look closer: ${each.explorer.title}` }, each.told, ...buttons));
    for (const event of ["input", "reset"]) form.addEventListener(event, () => { each.window = null; });
  }

  function look(each, draw, centre, size) {
    const [first, last] = each.whole;
    const start = Math.min(Math.max(centre - size / 2, first), last - size);
    each.window = size < last - first ? [start, start + size] : null;
    return draw(each);
  }

  /** What the buttons, the mouse or the filters have left in sight, told beside the buttons; they are there to part circles. */
  function tellWindow(each) {
    if (!each.told) return;
    each.told.textContent = `Shown: ${each.shown.map(tell).join(" to ")}.`;
    each.told.parentElement.hidden = !each.circles && !each.window;
  }

  /** A figure that the mouse has moved is placed anew. */
  function listen(each, draw) {
    if (!each.explorer?.clusters) return;
    each.plot.on("plotly_relayout", () => {
      const shown = each.plot.layout.xaxis.range.map(count);
      if (shown.every((day, at) => Math.abs(day - each.shown[at]) < 0.01)) return;
      each.window = shown;
      draw(each);
    });
    each.plot.on("plotly_doubleclick", () => { each.window = null; draw(each); });
  }

  return { add, arrange, listen, tellWindow };
})();
