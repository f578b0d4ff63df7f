// Follows what is saved: the page is loaded anew when it says something else, and stays where it was.
"use strict";
(() => {
  const PLACE = "argmap-live-place";
  const base = new URL(document.documentElement.dataset.top || "./", location.href);
  let source = null;
  let shown = null;
  let asking = false;
  let again = false;

  // The place on the page, kept over a reload even where a figure above has grown.
  const remember = () => {
    const open = [...document.querySelectorAll("details")].map((each) => each.open);
    const place = { path: location.pathname, x: scrollX, y: scrollY, open, at: document.activeElement?.id ?? "" };
    try {
      sessionStorage.setItem(PLACE, JSON.stringify(place));
    } catch {
      // a browser that keeps nothing shows the top of the page
    }
  };
  const recall = () => {
    try {
      const place = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
      sessionStorage.removeItem(PLACE);
      if (!place || place.path !== location.pathname) return;
      const all = [...document.querySelectorAll("details")];
      if (all.length === place.open.length) all.forEach((each, i) => (each.open = place.open[i]));
      if (place.at) document.getElementById(place.at)?.focus({ preventScroll: true });
      scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    } catch {
      // nothing was kept
    }
  };

  const tagOf = async () => {
    const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
    return answer.ok ? answer.headers.get("ETag")?.replaceAll(String.fromCharCode(34), "") : null;
  };
  const look = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const tag = await tagOf();
      if (shown === null) shown = document.documentElement.dataset.tag ?? tag;
      if (tag !== null && tag !== shown) {
        remember();
        location.reload();
      }
    } catch {
      // the server is away; the connection is tried again by itself
    } finally {
      asking = false;
      if (again) {
        again = false;
        look();
      }
    }
  };

  // Only the page that is looked at listens: a browser keeps few connections to one server.
  const listen = () => {
    if (document.visibilityState === "hidden") {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource(new URL("events", base));
      source.addEventListener("message", look);
    }
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", listen);
  addEventListener("pagehide", () => source?.close());
  recall();
  listen();
})();
