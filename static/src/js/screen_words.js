// What the board's screen shows, in words: the twin of the canvas for those who do not see it.

import { colorWord } from "./colors.js";
import { gettext, interpolate, ngettext } from "./texts.js";

/** @typedef {import("./messages.js").TraceEntry} TraceEntry */

const LONGEST = 8;

/**
 * The drawings that can still be seen: everything since the screen was cleared last.
 * @param {TraceEntry[]} entries
 * @returns {TraceEntry[]}
 */
export function visibleDrawings(entries) {
  const screen = entries.filter(([kind]) => kind === "screen");
  const cleared = screen.findLastIndex(([, what]) => what === "clear");
  return screen.slice(Math.max(cleared, 0));
}

/**
 * One line for each thing on the screen.
 * @param {TraceEntry[]} entries
 * @returns {string[]}
 */
export function screenWords(entries) {
  const lines = /** @type {string[]} */ ([]);
  let pixels = 0;
  for (const [, what, ...values] of visibleDrawings(entries)) {
    if (what === "pixel") pixels += 1;
    else lines.push(drawingWords(what, values));
  }
  if (pixels) {
    lines.push(interpolate(ngettext("%(count)s dot", "%(count)s dots", pixels), { count: pixels }));
  }
  const told = lines.filter(Boolean);
  const hidden = told.length - LONGEST;
  if (hidden <= 0) return told;
  const more = ngettext("and %(count)s earlier drawing", "and %(count)s earlier drawings", hidden);
  return [...told.slice(-LONGEST), interpolate(more, { count: hidden })];
}

/** @param {string} what @param {any[]} v values as in the trace */
function drawingWords(what, v) {
  switch (what) {
    case "clear":
      return interpolate(gettext("Background: %(color)s"), { color: colorWord(v[0]) });
    case "text":
      return interpolate(gettext("Text “%(text)s” at %(x)s, %(y)s, %(color)s"), {
        text: v[0], x: v[1], y: v[2], color: colorWord(v[4]),
      });
    case "line":
      return interpolate(gettext("Line from %(x1)s, %(y1)s to %(x2)s, %(y2)s, %(color)s"), {
        x1: v[0], y1: v[1], x2: v[2], y2: v[3], color: colorWord(v[4]),
      });
    case "rectangle":
      return interpolate(
        v[5]
          ? gettext("Filled rectangle at %(x)s, %(y)s, %(width)s wide, %(height)s high, %(color)s")
          : gettext("Rectangle at %(x)s, %(y)s, %(width)s wide, %(height)s high, %(color)s"),
        { x: v[0], y: v[1], width: v[2], height: v[3], color: colorWord(v[4]) },
      );
    case "circle":
      return interpolate(
        v[4]
          ? gettext("Filled circle around %(x)s, %(y)s, radius %(radius)s, %(color)s")
          : gettext("Circle around %(x)s, %(y)s, radius %(radius)s, %(color)s"),
        { x: v[0], y: v[1], radius: v[2], color: colorWord(v[3]) },
      );
    case "triangle":
      return interpolate(
        v[7]
          ? gettext("Filled triangle %(x1)s, %(y1)s – %(x2)s, %(y2)s – %(x3)s, %(y3)s, %(color)s")
          : gettext("Triangle %(x1)s, %(y1)s – %(x2)s, %(y2)s – %(x3)s, %(y3)s, %(color)s"),
        { x1: v[0], y1: v[1], x2: v[2], y2: v[3], x3: v[4], y3: v[5], color: colorWord(v[6]) },
      );
    default:
      return "";
  }
}

/**
 * The colours of the light bar, null where no program has touched it.
 * @param {TraceEntry[]} entries
 * @returns {number[] | null}
 */
export function lightColors(entries) {
  const lights = entries.filter(([kind]) => kind === "light");
  if (!lights.length) return null;
  const colors = new Array(10).fill(0);
  for (const [, index, color] of lights) {
    if (index === -1) colors.fill(color);
    else if (index >= 0 && index < colors.length) colors[index] = color;
  }
  return colors;
}

/** The light bar in a sentence. @param {number[]} colors */
export function lightWords(colors) {
  if (colors.every((color) => color === 0)) return gettext("Lights: all off");
  if (colors.every((color) => color === colors[0])) {
    return interpolate(gettext("Lights: all %(color)s"), { color: colorWord(colors[0]) });
  }
  return interpolate(gettext("Lights: %(colors)s"), { colors: lightRanges(colors).join(", ") });
}

/** Neighbours of one colour together, counted from 1 as people do: "1 red", "2–10 off". @param {number[]} colors */
function lightRanges(colors) {
  const ranges = /** @type {string[]} */ ([]);
  for (let first = 0; first < colors.length; ) {
    let last = first;
    while (colors[last + 1] === colors[first]) last += 1;
    const place = first === last ? `${first + 1}` : `${first + 1}–${last + 1}`;
    const word = colors[first] === 0 ? gettext("off") : colorWord(colors[first]);
    ranges.push(`${place} ${word}`);
    first = last + 1;
  }
  return ranges;
}
