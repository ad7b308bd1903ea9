// Colours of programs: 0xRRGGBB numbers as CSS and as words.

import { gettext } from "./texts.js";

/** @param {number} color */
export function cssColor(color) {
  return `#${(color & 0xffffff).toString(16).padStart(6, "0")}`;
}

/** The name of the nearest colour that Quorum's Color class knows. @param {number} color */
export function colorWord(color) {
  /** @type {[number, string][]} */
  const named = [
    [0x000000, gettext("black")],
    [0xffffff, gettext("white")],
    [0xff0000, gettext("red")],
    [0x00ff00, gettext("green")],
    [0x0000ff, gettext("blue")],
    [0xffff00, gettext("yellow")],
    [0xffa500, gettext("orange")],
    [0x800080, gettext("purple")],
    [0xffc0cb, gettext("pink")],
    [0x00ffff, gettext("cyan")],
    [0x808080, gettext("gray")],
    [0xa52a2a, gettext("brown")],
  ];
  const parts = (/** @type {number} */ c) => [(c >> 16) & 255, (c >> 8) & 255, c & 255];
  const wanted = parts(color);
  const distance = (/** @type {number} */ other) =>
    parts(other).reduce((sum, part, i) => sum + (part - wanted[i]) ** 2, 0);
  return named.reduce((best, next) => (distance(next[0]) < distance(best[0]) ? next : best))[1];
}
