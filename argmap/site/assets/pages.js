// A site in one file: turns its pages, and unpacks those that it keeps packed when they are asked for.
"use strict";
(() => {
  if (!argmap.single) return;
  const { make } = argmap;
  const KEPT = 8;
  const main = document.getElementById("pages_");
  const title = document.title;
  const blocks = new Map();

  const inflate = async (id) => {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(stream).json();
  };
  const block = (id) => {
    if (!blocks.has(id)) blocks.set(id, inflate(id));
    if (blocks.size > 24) blocks.delete([...blocks.keys()][1]);
    return blocks.get(id);
  };
  const numbers = async () => (document.getElementById("packed_names") ? block("packed_names") : {});
  argmap.unpack = async (name) => (await block(`packed_${(await numbers())[name]}`))[name];

  // A fragment names a page of a folder by its first two words, any other by its first.
  const nameOf = (fragment, packed) => {
    const words = fragment.split(".");
    const isPage = (id) => Object.hasOwn(packed, id) || document.getElementById(id)?.classList.contains("page");
    return [words.slice(0, 2).join("."), words[0]].find(isPage) ?? "index";
  };
  const pageOf = async (id, packed) => {
    const found = document.getElementById(id);
    if (found) return found;
    const page = make("section", { class: "page", id, "data-unpacked": true });
    page.innerHTML = (await block(`packed_${packed[id]}`))[id];
    return page;
  };

  let turn = 0;
  const open = async (isFirst, y) => {
    const mine = (turn += 1);
    const fragment = decodeURIComponent(location.hash.slice(1));
    const packed = await numbers();
    const id = nameOf(fragment, packed);
    const page = await pageOf(id, packed);
    if (mine !== turn) return;
    const isNew = !page.isConnected;
    if (isNew) main.append(page);
    for (const other of main.querySelectorAll(".page.shown")) {
      other.classList.remove("shown");
      for (const figure of other.querySelectorAll("figure.full")) figure.dispatchEvent(new Event("leave"));
    }
    page.classList.add("shown");
    if (isNew) argmap.prepare(page);
    for (const old of [...main.querySelectorAll("[data-unpacked]:not(.shown)")].slice(0, -KEPT)) old.remove();
    for (const link of document.querySelectorAll(".top nav a")) {
      if (link.getAttribute("href") === `#${id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const heading = page.querySelector("h1")?.textContent.trim();
    document.title = id === "index" || !heading ? title : `${heading} – ${title}`;
    const anchor = fragment === id ? null : document.getElementById(fragment);
    if (y !== undefined) scrollTo({ top: y, behavior: "instant" });
    else if (anchor) anchor.scrollIntoView({ behavior: "instant" });
    else if (!isFirst) scrollTo({ top: 0, behavior: "instant" });
    if (!isFirst) main.focus({ preventScroll: true });
  };
  const fail = (reason) => {
    const words = `This page could not be unpacked (${reason.message}). A browser of 2023 or later can; so can a site built as a folder.`;
    main.prepend(make("p", { class: "notice", role: "alert" }, words));
  };

  // Where a reader was on a page is kept with the page's entry in the history.
  let place;
  let timer = 0;
  history.scrollRestoration = "manual";
  addEventListener("popstate", (event) => (place = event.state?.y));
  addEventListener("hashchange", () => {
    clearTimeout(timer);
    open(false, place).catch(fail);
    place = undefined;
  });
  addEventListener(
    "scroll",
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => history.replaceState({ y: scrollY }, ""), 250);
    },
    { passive: true },
  );
  open(true, history.state?.y).catch(fail);
})();
