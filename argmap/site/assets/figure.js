// Pan and zoom of figures by CSS transform: wheel with Ctrl (or in the full window), pinch, drag, keys.
"use strict";
(() => {
  const { make } = argmap;
  const LEAST = 0.2;
  const MOST = 6;

  const prepare = (figure) => {
    const sheet = figure.querySelector(".sheet");
    const stage = figure.querySelector(".stage");
    const points = new Map();
    let view = { x: 0, y: 0, scale: 1 };
    let isFull = false;
    let pending = false;
    let dragged = 0;

    const paint = () => {
      pending = false;
      const { x, y, scale } = view;
      const isPlain = scale === 1 && x === 0 && y === 0;
      stage.style.transform = isPlain ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
      sheet.classList.toggle("moved", !isPlain);
    };
    const move = (next) => {
      view = next;
      if (!pending) {
        pending = true;
        requestAnimationFrame(paint);
      }
    };
    const zoom = (factor, at) => {
      const box = sheet.getBoundingClientRect();
      const x = (at?.x ?? box.left + box.width / 2) - box.left + sheet.scrollLeft;
      const y = (at?.y ?? box.top + box.height / 2) - box.top + sheet.scrollTop;
      const scale = Math.min(MOST, Math.max(LEAST, view.scale * factor));
      const real = scale / view.scale;
      move({ x: x - (x - view.x) * real, y: y - (y - view.y) * real, scale });
    };
    const shift = (dx, dy) => move({ ...view, x: view.x + dx, y: view.y + dy });
    const reset = () => move({ x: 0, y: 0, scale: 1 });
    const full = (wanted) => {
      isFull = wanted;
      figure.classList.toggle("full", isFull);
      document.documentElement.classList.toggle("behind", isFull);
      buttons.at(-1).setAttribute("aria-pressed", String(isFull));
      reset();
      sheet.focus({ preventScroll: true });
    };

    sheet.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey && !isFull) return;
        event.preventDefault();
        zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0022)), event);
      },
      { passive: false },
    );
    sheet.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      points.set(event.pointerId, event);
      dragged = 0;
    });
    sheet.addEventListener("pointermove", (event) => {
      const before = points.get(event.pointerId);
      if (!before) return;
      points.set(event.pointerId, event);
      if (points.size === 2) {
        const [one, other] = [...points.values()];
        const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
        const [was] = [...points.entries()].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
        const gap = Math.hypot(before.clientX - was.clientX, before.clientY - was.clientY);
        if (gap > 0) zoom(apart / gap, { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 });
      } else if (event.pointerType === "mouse" || view.scale !== 1 || isFull) {
        dragged += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
        if (dragged > 4 && !sheet.hasPointerCapture(event.pointerId)) sheet.setPointerCapture(event.pointerId);
        shift(event.clientX - before.clientX, event.clientY - before.clientY);
      }
    });
    for (const name of ["pointerup", "pointercancel"]) {
      sheet.addEventListener(name, (event) => points.delete(event.pointerId));
    }
    sheet.addEventListener("click", (event) => dragged > 4 && event.preventDefault(), true);
    sheet.addEventListener("dragstart", (event) => event.preventDefault());
    sheet.addEventListener("keydown", (event) => {
      const keys = {
        "+": () => zoom(1.25),
        "=": () => zoom(1.25),
        "-": () => zoom(0.8),
        0: reset,
        ArrowLeft: () => shift(60, 0),
        ArrowRight: () => shift(-60, 0),
        ArrowUp: () => shift(0, 60),
        ArrowDown: () => shift(0, -60),
        f: () => full(!isFull),
      };
      if (event.key === "Escape" && isFull) full(false);
      else if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) keys[event.key]();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });

    const buttons = [
      ["+", "Zoom in", () => zoom(1.25)],
      ["−", "Zoom out", () => zoom(0.8)],
      ["1:1", "Back to its own size and place", reset],
      ["⤢", "Full window", () => full(!isFull)],
    ].map(([sign, words, act]) => {
      const button = make("button", { type: "button", "aria-label": words, title: words }, sign);
      button.addEventListener("click", act);
      return button;
    });
    figure.prepend(make("div", { class: "tools", role: "group", "aria-label": "Figure" }, ...buttons));
    figure.addEventListener("leave", () => isFull && full(false));
  };
  argmap.onPage((page) => page.querySelectorAll("figure[data-figure]").forEach(prepare));
})();
