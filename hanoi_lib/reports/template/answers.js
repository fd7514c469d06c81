"use strict";
// Who held what on a day: a slider over the days, and for each post that the filters leave the answer that answers.py
// worked out beforehand. A post's answers are [first day, words], in the order of time.

const answers = (() => {
  const DAY = 86400000;
  const toDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
  const toNumber = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;
  const inWords = (day) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB",
    { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const find = (told, day) => told.findLast(([since]) => since <= day)?.[1] ?? "";

  /** Put the slider and the answers under a figure; `each.answer()` tells them anew when the filters have changed. */
  function add(each, make) {
    const asked = each.explorer.answers;
    if (!asked) return;
    const slider = make("input", { id: `day-${each.element.id}`, type: "range", step: 1, autocomplete: "off",
      min: toNumber(asked.first), max: toNumber(asked.last), value: toNumber(asked.day) });
    const told = make("output");
    const said = make("dl", { tabIndex: 0, ariaLabel: "Answers" });
    said.setAttribute("aria-live", "polite");
    const posts = asked.posts.map(({ post, answers }) => ({ post, answers, name: make("dt", { textContent: post }), words: make("dd") }));
    const rest = make("dt");
    said.append(...posts.flatMap(({ name, words }) => [name, words]), rest);
    each.answer = () => {
      const day = toDay(Number(slider.value));
      const kept = new Set([...each.kept].flatMap((id) => each.rows.get(id).filter.post));
      slider.ariaValueText = told.textContent = inWords(day);
      let unnamed = 0;
      for (const { post, answers, name, words } of posts) {
        words.textContent = find(answers, day);
        const nobody = words.textContent === asked.nobody;
        name.hidden = words.hidden = nobody || !kept.has(post);
        unnamed += nobody && kept.has(post);
      }
      rest.hidden = unnamed === 0;
      rest.textContent = `${unnamed === 1 ? "One post" : `${unnamed} posts`}: nobody whom a text names.`;
    };
    slider.addEventListener("input", (event) => { event.stopPropagation(); each.answer(); });
    each.element.append(make("section", { className: "asking", ariaLabel: "Who held what on a day" },
      make("div", {}, make("label", { htmlFor: slider.id, textContent: "Who held what on" }), told, slider), said));
    each.answer();
  }

  return { add };
})();
