// Sets the chosen theme before anything is shown; without a choice the system's holds.
"use strict";
try {
  const chosen = localStorage.getItem("argmap-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch {
  // a browser that keeps nothing follows the system
}
document.documentElement.classList.add("scripted");
