// What the HuskyLens recognised, in words.

import { gettext, interpolate } from "./texts.js";

/** @typedef {import("./messages.js").TraceEntry} TraceEntry */
/** @typedef {{algorithm: number | null, blocks: number[][], arrows: number[][]}} Sight */

/** @returns {Sight} */
export const NOTHING_SEEN = () => ({ algorithm: null, blocks: [], arrows: [] });

/**
 * What the camera sees after further trace entries; null when none of them is of the camera.
 * @param {Sight} before
 * @param {TraceEntry[]} entries
 * @returns {Sight | null}
 */
export function seenAfter(before, entries) {
  const ours = entries.filter(([kind]) => ["algorithm", "blocks", "arrows"].includes(kind));
  if (!ours.length) return null;
  const sight = { ...before };
  for (const [kind, first, results] of ours) {
    if (kind === "algorithm") Object.assign(sight, NOTHING_SEEN(), { algorithm: first });
    else if (kind === "blocks") sight.blocks = results;
    else sight.arrows = results;
  }
  return sight;
}

/** @param {number | string | null} algorithm number in the camera's own order, or a name of a content file */
export function algorithmWord(algorithm) {
  const words = [
    gettext("Face recognition"),
    gettext("Object tracking"),
    gettext("Object recognition"),
    gettext("Line tracking"),
    gettext("Color recognition"),
    gettext("Tag recognition"),
    gettext("Object classification"),
  ];
  return typeof algorithm === "number" ? (words[algorithm] ?? "") : (algorithm ?? "");
}

/** The part of the picture in which a point of 320 x 240 lies. @param {number} x @param {number} y */
export function placeWord(x, y) {
  const words = [
    [gettext("top left"), gettext("top"), gettext("top right")],
    [gettext("left"), gettext("middle"), gettext("right")],
    [gettext("bottom left"), gettext("bottom"), gettext("bottom right")],
  ];
  const third = (/** @type {number} */ at, /** @type {number} */ size) =>
    Math.min(2, Math.max(0, Math.floor((3 * at) / size)));
  return words[third(y, 240)][third(x, 320)];
}

/**
 * @param {Sight} sight
 * @returns {string[]}
 */
export function cameraWords(sight) {
  const name = (/** @type {number} */ id) =>
    id > 0 ? interpolate(gettext("ID %(id)s"), { id }) : gettext("Not learned");
  const blocks = sight.blocks.map(([x, y, width, height, id]) =>
    interpolate(gettext("%(name)s: %(place)s (%(x)s, %(y)s), %(width)s wide, %(height)s high"), {
      name: name(id), place: placeWord(x, y), x, y, width, height,
    }),
  );
  const arrows = sight.arrows.map(([x1, y1, x2, y2, id]) =>
    interpolate(gettext("%(name)s: arrow from %(x1)s, %(y1)s to %(x2)s, %(y2)s"), {
      name: name(id), x1, y1, x2, y2,
    }),
  );
  const lines = [...blocks, ...arrows];
  if (!lines.length) lines.push(gettext("Nothing recognised"));
  const algorithm = algorithmWord(sight.algorithm);
  return algorithm ? [algorithm, ...lines] : lines;
}
