// A card beside a link that is pointed at or focused: kind, verdict, text and why.
"use strict";
(() => {
  const { make } = argmap;
  const KINDS = /^(claims|evidence|sources|schools|scholars|events)\/[^#]+\.html$/;
  const card = make("div", { class: "preview", id: "preview_", role: "tooltip", hidden: true });
  document.body.append(card);
  let shown = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    card.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  };
  const place = (link) => {
    const box = link.getBoundingClientRect();
    const left = Math.min(Math.max(8, box.left), innerWidth - card.offsetWidth - 8);
    const below = box.bottom + 8 + card.offsetHeight < innerHeight;
    const top = below ? box.bottom + 8 : Math.max(8, box.top - card.offsetHeight - 8);
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };
  const show = async (link) => {
    const record = await argmap.recordAt(argmap.addressOf(link));
    if (!record || shown !== link) return;
    const title = record.title === link.textContent.trim() ? "" : make("p", { class: "claim-text" }, record.title);
    card.replaceChildren(make("p", { class: "head" }, argmap.badge(record), " ", make("span", { class: "label" }, record.kind)), title, make("p", { class: "small" }, record.note));
    card.hidden = false;
    place(link);
    link.setAttribute("aria-describedby", "preview_");
  };
  const start = (event) => {
    const link = event.target.closest?.("main a[href]");
    if (!link || link === shown || !KINDS.test(argmap.addressOf(link))) return;
    hide();
    shown = link;
    timer = setTimeout(() => show(link).catch(hide), event.type === "focusin" ? 600 : 250);
  };
  const end = (event) => {
    if (shown && event.target.closest?.("a") === shown) hide();
  };

  if (matchMedia("(hover: hover)").matches) {
    addEventListener("pointerover", start);
    addEventListener("pointerout", end);
  }
  addEventListener("focusin", start);
  addEventListener("focusout", end);
  addEventListener("scroll", hide, { passive: true });
  addEventListener("hashchange", hide);
  argmap.hidePreview = () => {
    const was = !card.hidden;
    hide();
    return was;
  };
})();
