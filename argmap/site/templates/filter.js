// Filters rows by words and kinds. Pages are whole without it.
"use strict";
for (const form of document.querySelectorAll("form[data-filter]")) {
  const rows = [...document.querySelectorAll("[data-row]")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const groups = document.querySelectorAll("[data-group]");
  const field = form.querySelector("input[type=search]");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const said = form.querySelector("output");
  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = !off.has(row.dataset.kind) && words.every((word) => texts[i].includes(word));
      row.hidden = !fits;
      shown += fits;
    });
    for (const group of groups) group.hidden = !group.querySelector("[data-row]:not([hidden])");
    said.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
