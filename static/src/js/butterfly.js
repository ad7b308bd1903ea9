// Draws the butterfly of a mission: the same number gives the same butterfly, everywhere.
// Decoration only (aria-hidden); the colours come from the style sheet.

import { seededRandom } from "./random.js";

/** @typedef {[number, number]} Point */
/** @typedef {{name: string, attributes: Record<string, string>}} Shape */

/** @param {Point} point */
const write = ([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/**
 * The point at `t` of a cubic curve.
 * @param {[Point, Point, Point, Point]} curve
 * @param {number} t 0..1
 * @returns {Point}
 */
export function onCurve([a, b, c, d], t) {
  const s = 1 - t;
  /** @param {0 | 1} i */
  const at = (i) =>
    s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i];
  return [at(0), at(1)];
}

/**
 * The shapes of one right wing pair, in a field of 100 x 80 around the body.
 * @param {number} seed
 * @returns {Shape[]}
 */
export function wingShapes(seed) {
  const pick = seededRandom(seed);
  const apex = /** @type {Point} */ ([pick(37, 46), pick(-36, -27)]);
  const tornus = /** @type {Point} */ ([pick(26, 38), pick(0, 6)]);
  const hindTop = /** @type {Point} */ ([pick(27, 37), pick(5, 10)]);
  const hindLow = /** @type {Point} */ ([pick(15, 26), pick(27, 35)]);
  const hollow = pick(-6, 5);
  const hasTail = pick(0, 1) > 0.55;
  const tail = pick(3, 9);

  /** @type {[Point, Point, Point, Point]} */
  const foreMargin = [
    apex,
    [apex[0] + 5 + hollow / 2, apex[1] + 9],
    [tornus[0] + 4 + hollow, tornus[1] - 10],
    tornus,
  ];
  /** @type {[Point, Point, Point, Point]} */
  const hindMargin = [
    hindTop,
    [hindTop[0] + 6, hindTop[1] + 8],
    [hindLow[0] + 10, hindLow[1] - 2],
    hindLow,
  ];
  const tip = /** @type {Point} */ ([hindLow[0] + 2, hindLow[1] + tail]);
  const tailPath = hasTail
    ? `Q ${write([hindLow[0] + 3, hindLow[1] + 2])} ${write(tip)} Q ${write([hindLow[0] - 3, hindLow[1] + 3])} ${write([hindLow[0] - 5, hindLow[1] - 1])}`
    : "";

  const fore =
    `M 1 -7 C ${write([apex[0] * 0.35, -20])} ${write([apex[0] * 0.7, apex[1] - 3])} ${write(apex)} ` +
    `C ${write(foreMargin[1])} ${write(foreMargin[2])} ${write(tornus)} ` +
    `C ${write([tornus[0] * 0.7, tornus[1] + 3])} ${write([tornus[0] * 0.35, 4])} 1 2 Z`;
  const hind =
    `M 1 0 C ${write([hindTop[0] * 0.4, 0])} ${write([hindTop[0] * 0.8, hindTop[1] - 5])} ${write(hindTop)} ` +
    `C ${write(hindMargin[1])} ${write(hindMargin[2])} ${write(hindLow)} ${tailPath} ` +
    `C ${write([hindLow[0] * 0.5, hindLow[1]])} 3 20 1 12 Z`;

  /** @type {Shape[]} */
  const shapes = [
    { name: "path", attributes: { class: "wing wing-hind", d: hind } },
    { name: "path", attributes: { class: "wing wing-fore", d: fore } },
  ];
  for (const [margin, root, count] of /** @type {const} */ ([
    [foreMargin, [3, -4], Math.round(pick(4, 6))],
    [hindMargin, [2, 4], Math.round(pick(3, 5))],
  ])) {
    for (let k = 0; k < count; k += 1) {
      const end = onCurve(margin, (k + 0.5) / count);
      const bend = [(root[0] + end[0]) / 2, (root[1] + end[1]) / 2 - 2];
      const d = `M ${write([root[0], root[1]])} Q ${write([bend[0], bend[1]])} ${write(end)}`;
      shapes.push({ name: "path", attributes: { class: "vein", d } });
    }
    const d = `M ${write(margin[0])} C ${write(margin[1])} ${write(margin[2])} ${write(margin[3])}`;
    shapes.push({ name: "path", attributes: { class: "edge", d } });
  }
  const spots = Math.round(pick(2, 5));
  const [inward, size] = [pick(0.78, 0.86), pick(1, 2)];
  for (let k = 0; k < spots; k += 1) {
    const [x, y] = onCurve(foreMargin, (k + 0.6) / (spots + 0.2));
    shapes.push(spot(x * inward, y * inward, size));
  }
  if (pick(0, 1) > 0.4) {
    const [x, y] = onCurve(hindMargin, 0.55);
    shapes.push(spot(x * 0.72, y * 0.74, pick(2, 3.2)));
  }
  return shapes;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @returns {Shape}
 */
function spot(x, y, r) {
  const attributes = { class: "spot", cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1) };
  return { name: "circle", attributes };
}

export const BODY =
  "M 0 -11 C 2.4 -10 2.2 -6 1.9 -2 C 2.6 4 2 12 0 18 C -2 12 -2.6 4 -1.9 -2 C -2.2 -6 -2.4 -10 0 -11 Z";
const ANTENNAE = "M 0.6 -10 Q 4 -20 9 -25 M -0.6 -10 Q -4 -20 -9 -25";

/**
 * The whole butterfly as SVG text, also for the icon file that the build writes.
 * @param {number} seed
 * @returns {string}
 */
export function butterflyMarkup(seed) {
  const wing = wingShapes(seed)
    .map(({ name, attributes }) => {
      const pairs = Object.entries(attributes).map(([key, value]) => `${key}="${value}"`);
      return `<${name} ${pairs.join(" ")}/>`;
    })
    .join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-50 -40 100 80" focusable="false">` +
    `<g>${wing}</g><g transform="scale(-1 1)">${wing}</g>` +
    `<path class="antenna" d="${ANTENNAE}"/><path class="body" d="${BODY}"/></svg>`
  );
}

/**
 * Fills every empty `data-butterfly` frame below `root`.
 * @param {ParentNode} root
 */
export function drawButterflies(root) {
  for (const frame of root.querySelectorAll("[data-butterfly]:empty")) {
    frame.innerHTML = butterflyMarkup(Number(/** @type {HTMLElement} */ (frame).dataset.butterfly));
  }
}
