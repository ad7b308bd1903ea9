// The editor's own switches: letter size, what Tab does, shortcuts. Each is remembered on this device.

import { find, show } from "./dom.js";
import { gettext, interpolate } from "./texts.js";

const [SMALLEST, USUAL, LARGEST, STEP] = [12, 16, 28, 2];

/** @param {string} name @param {string} fallback */
export function recall(name, fallback) {
  try {
    return localStorage.getItem(`huskylens.editor.${name}`) ?? fallback;
  } catch {
    return fallback;
  }
}

/** @param {string} name @param {string} value */
export function remember(name, value) {
  try {
    localStorage.setItem(`huskylens.editor.${name}`, value);
  } catch {
    // Storage is switched off: the choice lasts for this page.
  }
}

/** @param {number} size @returns {number} an allowed size in pixels */
export function allowedSize(size) {
  return Number.isFinite(size) ? Math.min(LARGEST, Math.max(SMALLEST, size)) : USUAL;
}

/**
 * @param {HTMLElement} form
 * @param {object} does
 * @param {() => void} does.resized
 * @param {(indents: boolean) => void} does.tab
 * @param {(on: boolean) => void} does.shortcuts
 * @param {() => void} does.restore
 */
export function connectTools(form, does) {
  show(find(form, "[data-editor-tools]"), true);
  connectSize(form, does.resized);

  const tab = /** @type {HTMLInputElement | null} */ (find(form, "[data-tab-indents]"));
  if (tab) {
    tab.checked = recall("tab", "moves") === "indents";
    const tell = () => {
      remember("tab", tab.checked ? "indents" : "moves");
      does.tab(tab.checked);
    };
    tab.addEventListener("change", tell);
    tell();
  }

  const shortcuts = /** @type {HTMLInputElement | null} */ (find(form, "[data-shortcuts-on]"));
  if (shortcuts) {
    show(find(form, "[data-shortcuts]"), true);
    shortcuts.checked = recall("shortcuts", "on") === "on";
    const tell = () => {
      remember("shortcuts", shortcuts.checked ? "on" : "off");
      does.shortcuts(shortcuts.checked);
    };
    shortcuts.addEventListener("change", tell);
    tell();
  }

  find(form, "[data-restore]")?.addEventListener("click", does.restore);
}

/** @param {HTMLElement} form @param {() => void} resized */
function connectSize(form, resized) {
  let size = allowedSize(Number(recall("size", String(USUAL))));
  const shown = find(form, "[data-size]");
  const apply = () => {
    form.style.setProperty("--code-size", `${size}px`);
    if (shown) shown.textContent = interpolate(gettext("%(size)s px"), { size });
    find(form, "[data-smaller]")?.toggleAttribute("disabled", size <= SMALLEST);
    find(form, "[data-larger]")?.toggleAttribute("disabled", size >= LARGEST);
    resized();
  };
  /** @param {number} by */
  const change = (by) => () => {
    size = allowedSize(size + by);
    remember("size", String(size));
    apply();
  };
  find(form, "[data-smaller]")?.addEventListener("click", change(-STEP));
  find(form, "[data-larger]")?.addEventListener("click", change(STEP));
  apply();
}
