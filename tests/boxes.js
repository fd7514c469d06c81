// Where the words of the drawn figures stand: those that run into one another, and those that are cut off.
(() => {
  /** The box of what is written, without the spaces that keep a label from its mark. */
  function findBox(text) {
    const boxes = [text, ...text.querySelectorAll("tspan")].flatMap((part) => [...part.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()).map((node) => {
        const range = document.createRange();
        range.setStart(node, node.data.length - node.data.trimStart().length);
        range.setEnd(node, node.data.trimEnd().length);
        return range.getBoundingClientRect();
      });
    return { left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)),
      top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)) };
  }

  const SLACK = 3; // pixels: a line of text is higher than its letters
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;
  const found = { words: 0, marks: 0, overlapping: [], cut: [] };
  for (const plot of document.querySelectorAll(".plot")) {
    if (!plot.checkVisibility()) continue;
    const frame = plot.querySelector(".main-svg").getBoundingClientRect();
    const texts = [...plot.querySelectorAll("text")].filter((text) => text.textContent.trim() && text.checkVisibility())
      .map((text) => ({ words: text.textContent.trim(), box: findBox(text) }));
    found.words += texts.length;
    found.marks += plot.querySelectorAll(".point").length;
    texts.forEach(({ words, box }, i) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
        found.cut.push(words);
      for (const other of texts.slice(i + 1)) if (meet(box, other.box)) found.overlapping.push(`${words} / ${other.words}`);
    });
  }
  return found;
})()
