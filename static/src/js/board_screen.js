// Draws what a program shows on the board's screen and lights, with a text twin beside it.

import { cssColor } from "./colors.js";
import { element, find, show } from "./dom.js";
import { lightColors, lightWords, screenWords } from "./screen_words.js";

/** @typedef {import("./messages.js").TraceEntry} TraceEntry */

const [WIDTH, HEIGHT] = [320, 240];
const FONT = '"Atkinson Hyperlegible Mono", monospace';
/** Letter heights of the sizes 1 to 3, in pixels of the board. */
const TEXT_HEIGHTS = [16, 16, 24, 40];
/** A program that draws for ever must not fill the browser's memory. */
const LONGEST_HISTORY = 3000;

export class BoardScreen {
  /** @param {HTMLElement} root the `data-board-screen` part */
  constructor(root) {
    this.root = root;
    this.canvas = /** @type {HTMLCanvasElement} */ (root.querySelector("canvas"));
    this.paint = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.twin = find(root, "[data-twin]");
    this.lamps = find(root, "[data-lights]");
    this.scale = sharpen(this.canvas, this.paint);
    /** @type {TraceEntry[]} */
    this.entries = [];
    this.clear();
    // The page's letters may come later than the first drawing.
    void document.fonts?.load(`16px ${FONT}`).then(() => this.drawAll(this.entries));
  }

  clear() {
    this.entries = [];
    this.paint.fillStyle = "#000000";
    this.paint.fillRect(0, 0, WIDTH, HEIGHT);
    this.tell();
  }

  /** @param {TraceEntry[]} entries further entries of a trace; others than ours are passed over */
  add(entries) {
    const ours = entries.filter(([kind]) => kind === "screen" || kind === "light");
    if (!ours.length) return;
    show(this.root, true);
    this.drawAll(ours);
    this.entries = this.entries.concat(ours).slice(-LONGEST_HISTORY);
    this.tell();
  }

  /** @param {TraceEntry[]} entries */
  drawAll(entries) {
    for (const [kind, what, ...values] of entries) {
      if (kind === "screen") this.draw(what, values);
    }
  }

  /** @param {string} what @param {any[]} v */
  draw(what, v) {
    const { paint } = this;
    if (what === "clear") {
      paint.fillStyle = cssColor(v[0]);
      paint.fillRect(0, 0, WIDTH, HEIGHT);
    } else if (what === "text") {
      paint.font = `${TEXT_HEIGHTS[v[3]] ?? 16}px ${FONT}`;
      paint.textBaseline = "top";
      paint.fillStyle = cssColor(v[4]);
      paint.fillText(v[0], v[1], v[2]);
    } else if (what === "pixel") {
      paint.fillStyle = cssColor(v[2]);
      paint.fillRect(v[0], v[1], 1, 1);
    } else if (what === "line") {
      this.shape([[v[0], v[1]], [v[2], v[3]]], v[4], false);
    } else if (what === "rectangle") {
      const [x, y, w, h] = v;
      this.shape([[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]], v[4], v[5]);
    } else if (what === "circle") {
      paint.beginPath();
      paint.arc(v[0], v[1], Math.max(0, v[2]), 0, 2 * Math.PI);
      this.finish(v[3], v[4]);
    } else if (what === "triangle") {
      this.shape([[v[0], v[1]], [v[2], v[3]], [v[4], v[5]], [v[0], v[1]]], v[6], v[7]);
    }
  }

  /** @param {number[][]} points @param {number} color @param {boolean} filled */
  shape(points, color, filled) {
    this.paint.beginPath();
    for (const [x, y] of points) this.paint.lineTo(x, y);
    this.finish(color, filled);
  }

  /** @param {number} color @param {boolean} filled */
  finish(color, filled) {
    this.paint.fillStyle = this.paint.strokeStyle = cssColor(color);
    if (filled) this.paint.fill();
    else this.paint.stroke();
  }

  /** Brings lights and words up to date. */
  tell() {
    const colors = lightColors(this.entries);
    const words = screenWords(this.entries);
    if (colors) words.push(lightWords(colors));
    this.twin?.replaceChildren(...words.map((line) => element("li", {}, line)));
    if (!this.lamps) return;
    show(this.lamps, colors !== null);
    const lamps = (colors ?? []).map((color) => {
      const lamp = element("span");
      lamp.style.backgroundColor = cssColor(color);
      return lamp;
    });
    this.lamps.replaceChildren(...lamps);
  }
}

/**
 * Gives a canvas enough pixels for its place on the page; its coordinates stay 320 x 240.
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasRenderingContext2D} paint
 */
export function sharpen(canvas, paint) {
  const scale = 3;
  canvas.width = WIDTH * scale;
  canvas.height = HEIGHT * scale;
  paint.scale(scale, scale);
  return scale;
}
