// Folds the branches of an outline. Without it everything is open.
"use strict";
(() => {
  const set = (button, isOpen) => {
    button.setAttribute("aria-expanded", String(isOpen));
    button.parentElement.querySelector(":scope > ul").hidden = !isOpen;
  };
  const prepare = (tree) => {
    const items = [...tree.querySelectorAll("li")].filter((item) => item.querySelector(":scope > ul"));
    for (const item of items) {
      const below = item.querySelectorAll("li").length;
      const name = `${below} below: ${item.querySelector("a")?.textContent ?? ""}`;
      const button = argmap.make("button", { type: "button", class: "fold", "aria-expanded": "true", "aria-label": name });
      button.addEventListener("click", () => set(button, button.getAttribute("aria-expanded") !== "true"));
      item.prepend(button);
    }
    const page = tree.closest(".page") ?? document.body;
    if (page.querySelector(".folding") || !page.querySelector("button.fold")) return;
    const both = [["Fold all", false], ["Unfold all", true]].map(([words, isOpen]) => {
      const button = argmap.make("button", { type: "button" }, words);
      button.addEventListener("click", () => {
        for (const each of page.querySelectorAll("button.fold")) set(each, isOpen);
      });
      return button;
    });
    tree.before(argmap.make("p", { class: "folding" }, both[0], " ", both[1]));
  };
  argmap.onPage((page) => page.querySelectorAll("[data-tree]").forEach(prepare));
})();
