// Sets the chosen colours before the first paint, and lets the switch in the header change them.
// Loaded in <head> on every page, the admin included; without it the system's preference holds.
// Also tells the style sheets that scripts run.

const KEY = "huskylens.theme";
const THEMES = ["light", "dark", "contrast"];

function remembered() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return ""; // storage is switched off: the choice lasts for this page
  }
}

/** @param {string} theme one of THEMES; anything else means: as the system wishes */
function apply(theme) {
  if (THEMES.includes(theme)) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

apply(remembered());
document.documentElement.dataset.scripted = "";

document.addEventListener("DOMContentLoaded", () => {
  for (const label of document.querySelectorAll("[data-theme-switch]")) {
    const select = label.querySelector("select");
    if (!select) continue;
    const current = remembered();
    select.value = THEMES.includes(current) ? current : "";
    /** @type {HTMLElement} */ (label).hidden = false;
    select.addEventListener("change", () => {
      apply(select.value);
      try {
        localStorage.setItem(KEY, select.value);
      } catch {
        // as above
      }
    });
  }
});
