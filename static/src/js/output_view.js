// Shows what a program does while it runs: output lines, the board's screen, the camera.

import { BoardScreen } from "./board_screen.js";
import { CameraView } from "./camera_view.js";
import { find, show } from "./dom.js";

/** @typedef {import("./messages.js").TraceEntry} TraceEntry */

const LONGEST_OUTPUT = 400; // lines on the page; the result has them all

/**
 * The lines of output among trace entries.
 * @param {TraceEntry[]} entries
 * @returns {string[]}
 */
export function outputLines(entries) {
  return entries
    .filter(([kind]) => kind === "output" || kind === "plain")
    .map(([, text]) => String(text));
}

export class OutputView {
  /** @param {HTMLElement} root the `data-live` part of the page */
  constructor(root) {
    this.root = root;
    this.output = /** @type {HTMLElement} */ (find(root, "[data-live-output]"));
    this.screen = new BoardScreen(/** @type {HTMLElement} */ (find(root, "[data-board-screen]")));
    this.camera = new CameraView(/** @type {HTMLElement} */ (find(root, "[data-camera-view]")));
    /** @type {string[]} */
    this.lines = [];
    /** @type {TraceEntry[]} */
    this.pending = [];
    this.due = false;
  }

  /** A program begins: nothing of the one before stays. */
  start() {
    this.lines = [];
    this.pending = [];
    this.output.textContent = "";
    this.screen.clear();
    this.camera.clear();
    show(this.screen.root, false);
    show(this.camera.root, false);
    show(this.root, true);
  }

  end() {
    show(this.root, false);
  }

  /** @param {TraceEntry[]} entries drawn with the next picture, however many messages bring them */
  add(entries) {
    this.pending.push(...entries);
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => {
      this.due = false;
      this.draw(this.pending.splice(0));
    });
  }

  /** @param {TraceEntry[]} entries */
  draw(entries) {
    const lines = outputLines(entries);
    if (lines.length) {
      const atEnd =
        this.output.scrollHeight - this.output.scrollTop - this.output.clientHeight < 24;
      this.lines = this.lines.concat(lines).slice(-LONGEST_OUTPUT);
      this.output.textContent = this.lines.join("\n");
      if (atEnd) this.output.scrollTop = this.output.scrollHeight;
    }
    this.screen.add(entries);
    this.camera.add(entries);
  }
}
