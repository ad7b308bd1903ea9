// Draws the blocks and arrows that the camera recognised, with a text twin beside the picture.

import { sharpen } from "./board_screen.js";
import { NOTHING_SEEN, algorithmWord, cameraWords, seenAfter } from "./camera_words.js";
import { element, find, show } from "./dom.js";
import { gettext, interpolate } from "./texts.js";

/** @typedef {import("./messages.js").TraceEntry} TraceEntry */

const [WIDTH, HEIGHT] = [320, 240];
const LEARNED = "#8ab0ff";
const UNKNOWN = "#d5d9e6";

export class CameraView {
  /** @param {HTMLElement} root the `data-camera-view` part */
  constructor(root) {
    this.root = root;
    this.canvas = /** @type {HTMLCanvasElement} */ (root.querySelector("canvas"));
    this.paint = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.twin = find(root, "[data-twin]");
    sharpen(this.canvas, this.paint);
    this.clear();
  }

  clear() {
    this.sight = NOTHING_SEEN();
    this.draw();
    this.twin?.replaceChildren();
  }

  /** @param {TraceEntry[]} entries further entries of a trace; others than ours are passed over */
  add(entries) {
    const sight = seenAfter(this.sight ?? NOTHING_SEEN(), entries);
    if (!sight) return;
    this.sight = sight;
    show(this.root, true);
    this.draw();
    this.twin?.replaceChildren(...cameraWords(sight).map((line) => element("li", {}, line)));
  }

  draw() {
    const { paint, sight = NOTHING_SEEN() } = this;
    paint.fillStyle = "#0b0f1c";
    paint.fillRect(0, 0, WIDTH, HEIGHT);
    this.grid();
    paint.lineWidth = 3;
    for (const [x, y, width, height, id] of sight.blocks) {
      paint.strokeStyle = id > 0 ? LEARNED : UNKNOWN;
      paint.setLineDash(id > 0 ? [] : [6, 5]);
      paint.strokeRect(x - width / 2, y - height / 2, width, height);
      this.label(id, x - width / 2, y - height / 2);
    }
    paint.setLineDash([]);
    for (const [x1, y1, x2, y2, id] of sight.arrows) this.arrow(x1, y1, x2, y2, id);
    const word = algorithmWord(sight.algorithm);
    if (word) this.tag(word, 6, HEIGHT - 26, UNKNOWN);
  }

  /** Faint lines that give the eye a hold in the empty picture. */
  grid() {
    this.paint.strokeStyle = "#232b45";
    this.paint.lineWidth = 1;
    this.paint.beginPath();
    for (let x = 40; x < WIDTH; x += 40) this.paint.rect(x, 0, 0, HEIGHT);
    for (let y = 40; y < HEIGHT; y += 40) this.paint.rect(0, y, WIDTH, 0);
    this.paint.stroke();
  }

  /** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {number} id */
  arrow(x1, y1, x2, y2, id) {
    const { paint } = this;
    const angle = Math.atan2(y2 - y1, x2 - x1);
    paint.strokeStyle = id > 0 ? LEARNED : UNKNOWN;
    paint.beginPath();
    paint.moveTo(x1, y1);
    paint.lineTo(x2, y2);
    for (const side of [-0.5, 0.5]) {
      paint.moveTo(x2, y2);
      paint.lineTo(x2 - 16 * Math.cos(angle + side), y2 - 16 * Math.sin(angle + side));
    }
    paint.stroke();
    this.label(id, x1, y1);
  }

  /** @param {number} id @param {number} x @param {number} y */
  label(id, x, y) {
    const words = id > 0 ? interpolate(gettext("ID %(id)s"), { id }) : "?";
    const top = Math.min(Math.max(y - 24, 2), HEIGHT - 24);
    this.tag(words, Math.min(Math.max(x, 2), WIDTH - 50), top, id > 0 ? LEARNED : UNKNOWN);
  }

  /** Dark letters on a filled field. @param {string} words @param {number} x @param {number} y @param {string} color */
  tag(words, x, y, color) {
    const { paint } = this;
    paint.font = '700 18px "Atkinson Hyperlegible Next", sans-serif';
    paint.textBaseline = "middle";
    paint.fillStyle = color;
    paint.fillRect(x, y, paint.measureText(words).width + 10, 22);
    paint.fillStyle = "#0e1220";
    paint.fillText(words, x + 5, y + 12);
  }
}
