"use strict";
// Bodies that fold into one row: a button over the name of each, and two for all of them. Which rows a fold takes out is
// told in marks.js; `each.opened` is the choice, null where it is left to the chart.

const folds = (() => {
  /** Put the buttons for all bodies above a figure; where its lanes do not fold there are none. */
  function add(each, make, form, draw) {
    if (!each.explorer.lanes) return;
    each.opened = null;
    each.folds = new Map();
    const all = [["Open all", () => new Set(each.bodies)], ["Fold all", () => new Set()]].map(([textContent, choose]) => {
      const button = make("button", { type: "button", textContent });
      button.addEventListener("click", () => { each.opened = choose(); draw(each); });
      return button;
    });
    each.folding = make("p", { className: "folding", hidden: true }, make("span"), ...all);
    each.canvas.before(each.folding);
    form.addEventListener("reset", () => { each.opened = null; });
  }

  /** Put each button over the name that it opens or folds, as the figure was drawn. */
  function place(each, make, draw, { lanes, open }) {
    if (!each.folds) return;
    each.openNow = open;
    each.bodies = [...new Set(lanes.map(({ body }) => body))];
    const closed = each.bodies.filter((body) => !open.has(body)).length;
    const fold = each.bodies.length > 1 && (closed > 0 || each.opened !== null);
    each.folding.hidden = !fold;
    each.folding.firstChild.textContent = closed ? `${closed} of ${each.bodies.length} bodies in one row each.` : "All bodies post by post.";
    const { yaxis, _size: { l } } = each.plot._fullLayout;
    const first = new Map([...lanes].reverse().map((lane) => [lane.body, lane]));
    for (const [body, button] of each.folds) if (!fold || !first.has(body)) { button.remove(); each.folds.delete(body); }
    let last = each.plot; // the buttons follow it in the order in which they stand; none is moved, which would cost it the focus
    for (const body of fold ? each.bodies : []) {
      const lane = first.get(body);
      const [top, end] = [lane.top, lane.closed ? lane.end : lane.top + 1].map((y) => yaxis._offset + yaxis.l2p(y));
      const button = each.folds.get(body) ?? addButton(each, body, make, draw);
      button.ariaExpanded = String(open.has(body));
      Object.assign(button.style, { top: `${top}px`, height: `${end - top}px`, width: `${l + 19}px` });
      if (last.nextElementSibling !== button) last.after(button);
      last = button;
    }
  }

  function addButton(each, body, make, draw) {
    const button = make("button", { type: "button", className: "fold", ariaLabel: `${body}, post by post` });
    button.addEventListener("click", () => {
      each.opened = new Set(each.opened ?? each.openNow);
      if (!each.opened.delete(body)) each.opened.add(body);
      draw(each);
    });
    each.folds.set(body, button);
    return button;
  }

  return { add, place };
})();
