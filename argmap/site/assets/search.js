// Full-text search: words are looked up in sorted shards, ranked by what each lends to a record.
"use strict";
(() => {
  const { load, make, href } = argmap;
  const MARKS = { supported: "✓", insufficient: "◔", contested: "⇄", outweighed: "✗", unsupported: "○", circular: "↻" };

  // The same cutting as argmap.search.words.
  const HAN = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;
  const stem = (word) => (word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word);
  const fold = (text) =>
    text.toLowerCase().normalize("NFKD").replace(/\p{Mn}/gu, "").normalize("NFC").replaceAll("ς", "σ");
  const wordsOf = (text) =>
    (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) =>
      word.search(HAN) >= 0
        ? word.replace(HAN, " $& ").split(" ").filter(Boolean)
        : [stem([...word].slice(0, 40).join(""))],
    );

  const lastNotAfter = (list, wanted, at) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(list[middle]) <= wanted) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };

  // Records of a word, and of the words that begin with it where it is the last one typed.
  const lookUp = async (index, word, isPrefix) => {
    const found = new Map();
    const first = lastNotAfter(index.terms, word, (term) => term);
    let last = first;
    if (isPrefix) while (last + 1 < index.terms.length && index.terms[last + 1].startsWith(word)) last += 1;
    for (let shard = first; shard <= Math.min(last, first + 12); shard += 1) {
      const terms = await load(`search/terms_${shard}.js`);
      for (const [term, row] of Object.entries(terms)) {
        if (term !== word && !(isPrefix && term.startsWith(word))) continue;
        const share = term === word ? 1 : 0.6;
        let record = 0;
        for (let i = 1; i < row.length; i += 2) {
          record += row[i];
          found.set(record, Math.max(found.get(record) ?? 0, share * row[0] * row[i + 1]));
        }
      }
    }
    return found;
  };

  const search = async (text) => {
    const index = await load("search/index.js");
    const all = wordsOf(text);
    const meant = all.filter((word) => !index.stop.includes(word));
    const words = [...new Set(meant.length ? meant : all)];
    const isOpen = /[\p{L}\p{N}]$/u.test(text);
    const scores = new Map();
    for (const [i, word] of words.entries()) {
      const isLast = i === words.length - 1;
      const found = await lookUp(index, word, word.length > 1 && (isLast ? isOpen : false));
      for (const [record, score] of found) {
        const [matched, sum] = scores.get(record) ?? [0, 0];
        scores.set(record, [matched + 1, sum + score]);
      }
    }
    const most = Math.max(0, ...[...scores.values()].map(([matched]) => matched));
    const hits = [...scores].filter(([, [matched]]) => matched === most);
    hits.sort((a, b) => b[1][1] - a[1][1] || a[0] - b[0]);
    return { hits: hits.map(([record]) => record), words, isWhole: most === words.length };
  };

  const recordOf = async (number) => {
    const index = await load("search/index.js");
    const shard = lastNotAfter(index.records, number, (entry) => entry[0]);
    const [address, kind, title, verdict, grade, note, part] = (await load(`search/records_${shard}.js`))[
      number - index.records[shard][0]
    ];
    return { address, kind, title, verdict, grade, note, part };
  };
  const recordAt = async (address) => {
    const index = await load("search/index.js");
    const shard = lastNotAfter(index.records, address, (entry) => entry[1]);
    const row = (await load(`search/records_${shard}.js`)).find((each) => each[0] === address);
    return row && { address, kind: row[1], title: row[2], verdict: row[3], grade: row[4], note: row[5], part: row[6] };
  };
  Object.assign(argmap, { search, recordOf, recordAt, wordsOf });

  const marked = (text, words) => {
    const pieces = [];
    for (const piece of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
      const cut = wordsOf(piece);
      const isHit = cut.some((word) => words.some((wanted) => word.startsWith(wanted)));
      pieces.push(isHit ? make("mark", {}, piece) : piece);
    }
    return pieces;
  };
  const badge = (record) => {
    const told = [record.verdict, record.grade].filter(Boolean).join(", ");
    const mark = MARKS[record.verdict] ? `${MARKS[record.verdict]} ` : "";
    return make("span", { class: `badge ${record.verdict}` }, told ? `${mark}${told}` : record.kind);
  };
  argmap.badge = badge;

  // The page of the search: what is asked stands in the address, so that back and forward work.
  const page = (form) => {
    const field = form.querySelector("input[type=search]");
    const kinds = form.querySelector("[data-kinds]");
    const said = form.querySelector("output");
    const list = document.querySelector("[data-hits]");
    const more = document.querySelector("[data-more]");
    let state = { records: [], words: [], shown: 0 };
    let turn = 0;

    const chosen = () => new Set([...kinds.querySelectorAll("input:checked")].map((box) => box.value));
    // In one file the address names the page, so that what is asked is handed over.
    const asked = () => (argmap.single ? argmap.asked : new URLSearchParams(location.hash.slice(1)).get("q"));
    const show = () => {
      const wanted = chosen();
      const fitting = state.records.filter((record) => wanted.has(record.kind));
      for (const record of fitting.slice(state.shown, state.shown + 30)) {
        const title = make("a", { href: href(record.address.replace(/#findings:\d+$/, "#findings")), class: "main" });
        title.append(...marked(record.title, state.words));
        const kind = record.verdict || record.grade ? make("span", { class: "label kind" }, record.kind) : "";
        const note = make("span", { class: "small block" }, ...marked(record.note, state.words));
        list.append(
          make("li", { "data-item": true }, make("span", { class: "line" }, badge(record), make("span", { class: "said" }, title, " ", kind, note))),
        );
      }
      state.shown += 30;
      more.hidden = state.shown >= fitting.length;
      if (state.words.length) {
        const number = `${fitting.length} found`;
        said.textContent = state.isWhole ? number : `${number}; none has all the words`;
      } else said.textContent = "";
    };
    const restart = () => {
      list.replaceChildren();
      state.shown = 0;
      show();
    };
    const run = async () => {
      const mine = (turn += 1);
      const text = field.value.trim();
      const { hits, words, isWhole } = text ? await search(text) : { hits: [], words: [], isWhole: true };
      const records = await Promise.all(hits.slice(0, 1000).map(recordOf));
      if (mine !== turn) return;
      state = { records, words, isWhole, shown: 0 };
      restart();
    };
    const write = () => {
      argmap.asked = field.value.trim();
      if (!argmap.single) history.replaceState(null, "", `#${new URLSearchParams({ q: argmap.asked })}`);
    };

    load("search/index.js").then((index) => {
      for (const kind of index.kinds) {
        const box = make("input", { type: "checkbox", value: kind, checked: kind !== "finding" });
        kinds.append(make("label", { class: "box" }, box, ` ${kind}s`.replace("evidences", "evidence")));
      }
      kinds.addEventListener("change", restart);
      form.hidden = false;
      document.querySelector("[data-noscript]").hidden = true;
      field.value = asked() ?? "";
      if (!argmap.single) field.focus();
      run();
    });
    field.addEventListener("input", () => {
      write();
      run();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    more.addEventListener("click", show);
    addEventListener("hashchange", () => {
      const text = asked() ?? "";
      if (text !== field.value.trim()) {
        field.value = text;
        run();
      }
    });
  };

  // The box at the head of every page: suggestions below it, Enter for the page of the search.
  const box = (form) => {
    const field = form.querySelector("input");
    const list = form.querySelector("[role=listbox]");
    let turn = 0;
    let at = -1;
    const close = () => {
      list.hidden = true;
      at = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };
    const goTo = (to) => {
      close();
      location.href = to;
    };
    const choose = (next) => {
      const options = [...list.children];
      at = (next + options.length) % options.length;
      options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
      field.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    };
    field.addEventListener("input", async () => {
      const mine = (turn += 1);
      const text = field.value.trim();
      if (text.length < 2) return close();
      const { hits } = await search(text);
      const records = (await Promise.all(hits.slice(0, 24).map(recordOf))).filter((r) => r.kind !== "finding").slice(0, 8);
      if (mine !== turn) return;
      list.replaceChildren(
        ...records.map((record, i) => {
          const option = make("li", { role: "option", id: `suggestion_${i}`, "aria-selected": "false" }, badge(record), " ", record.title);
          option.addEventListener("pointerdown", (event) => {
            event.preventDefault();
            goTo(href(record.address));
          });
          option.dataset.to = href(record.address);
          return option;
        }),
      );
      at = -1;
      list.hidden = records.length === 0;
      field.setAttribute("aria-expanded", String(!list.hidden));
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        close();
        field.blur();
      } else if (!list.hidden && event.key === "ArrowDown") choose(at + 1);
      else if (!list.hidden && event.key === "ArrowUp") choose(at - 1);
      else return;
      event.preventDefault();
    });
    field.addEventListener("blur", close);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      argmap.asked = field.value.trim();
      const told = argmap.single ? "" : `#${new URLSearchParams({ q: argmap.asked })}`;
      goTo(at >= 0 ? list.children[at].dataset.to : `${href("search.html")}${told}`);
    });
    form.hidden = false;
  };

  for (const form of document.querySelectorAll("form[data-search]")) box(form);
  argmap.onPage((root) => root.querySelectorAll("form[data-results]").forEach(page));
})();
