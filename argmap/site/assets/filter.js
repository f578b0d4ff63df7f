// Filters a list by words and facets. Pages are whole without it; further pages come as shards.
"use strict";
(() => {
  const SHOWN = 400;
  const prepare = (form) => {
    const scope = form.parentElement;
    const place = scope.querySelector("[data-rows]");
    if (!place) return;
    const own = [...place.children];
    const pagers = [...scope.querySelectorAll(".pager, .jump")];
    const shards = form.dataset.shards.split(" ").filter(Boolean);
    const field = form.querySelector("input[type=search]");
    const facets = [...form.querySelectorAll("[data-facet]")];
    const said = form.querySelector("output");
    let all = null;
    let turn = 0;

    const rowsOf = (items) => items.map((item) => ({ item, text: item.textContent.toLowerCase() }));
    const gather = async () => {
      if (all) return all;
      if (!shards.length) return (all = rowsOf([...place.querySelectorAll("[data-item]")]));
      const holder = document.createElement("template");
      const html = (await Promise.all(shards.map(argmap.load))).flat().join("");
      holder.innerHTML = html;
      return (all = rowsOf([...holder.content.children]));
    };
    const allows = (item) =>
      facets.every((facet) => {
        const value = item.getAttribute(`data-f${facet.dataset.facet}`);
        const select = facet.querySelector("select");
        if (select) return !select.value || select.value === value;
        return [...facet.querySelectorAll("input")].some((box) => box.checked && box.value === value);
      });
    const isIdle = () =>
      !field.value.trim() &&
      facets.every((facet) => {
        const select = facet.querySelector("select");
        return select ? !select.value : [...facet.querySelectorAll("input")].every((box) => box.checked);
      });

    const apply = async () => {
      const mine = (turn += 1);
      const rows = await gather();
      if (mine !== turn) return;
      const idle = isIdle();
      for (const pager of pagers) pager.hidden = !idle;
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      const fitting = rows.filter(({ item, text }) => allows(item) && words.every((word) => text.includes(word)));
      if (shards.length) {
        if (idle) place.replaceChildren(...own);
        else {
          const list = argmap.make("ul", { class: place.querySelector("ul")?.className ?? own[0].querySelector("ul").className });
          list.append(...fitting.slice(0, SHOWN).map(({ item }) => item));
          place.replaceChildren(list);
        }
      } else {
        const kept = new Set(fitting);
        for (const row of rows) row.item.hidden = !kept.has(row);
        for (const group of own) group.hidden = !group.querySelector("[data-item]:not([hidden])");
      }
      const cut = shards.length && fitting.length > SHOWN ? `, the first ${SHOWN} shown` : "";
      said.textContent = idle ? "" : `${fitting.length} of ${rows.length}${cut}`;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  };
  argmap.onPage((page) => page.querySelectorAll("form[data-filter]").forEach(prepare));
})();
