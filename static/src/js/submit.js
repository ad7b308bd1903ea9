// Sends the program without leaving the page, and says what came of it.

import { post } from "./api.js";
import { gettext } from "./texts.js";

/**
 * @typedef {object} SubmitParts
 * @property {string} url
 * @property {() => string} code
 * @property {HTMLButtonElement} button
 * @property {(id: number, position: number, wait: [number, number]) => void} accepted
 * @property {(problems: import("./checker.js").Problem[], message: string) => void} mistakes
 * @property {(message: string, hint: string) => void} refused
 * @property {typeof post} [send]
 */

export class Submit {
  /** @param {SubmitParts} parts */
  constructor(parts) {
    this.parts = parts;
    this.busy = false;
  }

  async run() {
    const { parts } = this;
    if (this.busy || parts.button.disabled) return;
    this.setBusy(true);
    try {
      this.take(await (parts.send ?? post)(parts.url, { code: parts.code() }));
    } catch {
      parts.refused(
        gettext("I could not reach the classroom’s computer."),
        gettext("Your program is still here. Wait a moment, then send it again."),
      );
    } finally {
      this.setBusy(false);
    }
  }

  /** @param {import("./api.js").ApiAnswer} answer */
  take({ ok, status, data }) {
    const { parts } = this;
    if (ok) {
      parts.accepted(data.submission, data.position, data.wait_s);
    } else if (data?.diagnostics?.length) {
      parts.mistakes(data.diagnostics, data.error?.message ?? "");
    } else if (data?.error) {
      parts.refused(data.error.message, data.error.hint ?? "");
    } else if (status === 403 || status === 401) {
      parts.refused(
        gettext("You are not logged in any more."),
        gettext("Log in in another tab, then send your program again from here."),
      );
    } else {
      parts.refused(
        gettext("The server could not take your program."),
        gettext("Your program is still here. Try again, or call your teacher."),
      );
    }
  }

  /** @param {boolean} busy */
  setBusy(busy) {
    this.busy = busy;
    // Not `disabled`: the focus would be lost.
    this.parts.button.setAttribute("aria-disabled", String(busy));
  }
}
