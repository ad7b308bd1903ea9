// The left side of the projector: whose program runs, what it shows, sees and says.

import { BoardScreen } from "./board_screen.js";
import { CameraView } from "./camera_view.js";
import { element, find } from "./dom.js";
import { outputLines } from "./output_view.js";
import { stateChip } from "./states.js";
import { gettext } from "./texts.js";

/** @typedef {import("./messages.js").TraceEntry} TraceEntry */

const OUTPUT_SHOWN = 4;

export class Stage {
  /** @param {HTMLElement} root */
  constructor(root) {
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (find(root, `[data-${name}]`));
    this.runner = part("runner");
    this.output = part("output");
    this.screen = new BoardScreen(part("board-screen"));
    this.camera = new CameraView(part("camera-view"));
    /** The program whose doings are shown. */
    this.submission = 0;
  }

  /**
   * A program begins: nothing of the one before stays.
   * @param {number} submission
   * @param {boolean} [again] also when it is the one that is shown: it comes from its beginning
   */
  begin(submission, again = false) {
    if (submission === this.submission && !again) return;
    this.submission = submission;
    this.screen.clear();
    this.camera.clear();
    this.output.replaceChildren();
  }

  /** @param {import("./messages.js").Running | null | undefined} running */
  show(running) {
    if (running) {
      this.begin(running.submission);
      this.name("running", running.name);
    } else if (!this.runner.childElementCount) {
      this.runner.replaceChildren(element("span", { class: "fit muted" }, gettext("The board is free.")));
    }
  }

  /** The last program stays to be looked at, with its result. @param {number} submission @param {string} status @param {string} name */
  end(submission, status, name) {
    if (submission === this.submission) this.name(status, name);
  }

  /** @param {string} state @param {string} name */
  name(state, name) {
    const who = element("span", { class: "fit", "data-fit": true }, name);
    this.runner.replaceChildren(stateChip(state), who);
  }

  /** @param {TraceEntry[]} entries */
  perform(entries) {
    this.screen.add(entries);
    this.camera.add(entries);
    const { output } = this;
    const lines = outputLines(entries).slice(-OUTPUT_SHOWN);
    output.append(...lines.map((line) => element("div", {}, line)));
    // Whole lines only: the first ones go until the rest has room.
    while (
      output.childElementCount > OUTPUT_SHOWN ||
      (output.childElementCount > 1 && output.scrollHeight > output.clientHeight)
    ) {
      output.firstElementChild?.remove();
    }
  }
}
