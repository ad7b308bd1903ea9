// Sends the program without leaving the page, and says what came of it.

import { post } from "./api.js";
import { newKey } from "./idempotency.js";
import { gettext } from "./texts.js";

/** Without an answer it is sent again by itself after these pauses, then the student is told. */
const RETRY_PAUSES_MS = [1_000, 3_000];

/**
 * @typedef {object} SubmitParts
 * @property {string} url
 * @property {() => string} code
 * @property {HTMLButtonElement} button
 * @property {HTMLButtonElement | null} [replaceButton]
 * @property {(taken: Taken) => void} accepted
 * @property {(problems: import("./checker.js").Problem[], message: string) => void} mistakes
 * @property {(message: string, hint: string, canReplace: boolean) => void} refused
 * @property {typeof post} [send]
 * @property {(ms: number) => Promise<void>} [pause]
 */

/** @typedef {{id: number, position: number, wait: [number, number], receipt: string}} Taken the answer to a program that was taken */

export class Submit {
  /** @param {SubmitParts} parts */
  constructor(parts) {
    this.parts = parts;
    this.busy = false;
    /** What was sent without our knowing what became of it. @type {{key: string, body: string} | null} */
    this.open = null;
  }

  /** @param {boolean} [replace] whether a waiting program gives its place to this one */
  async run(replace = false) {
    const { parts } = this;
    if (this.busy || parts.button.disabled) return;
    this.setBusy(true);
    try {
      const code = parts.code();
      this.take(await this.send(replace ? { code, replace } : { code }));
    } catch {
      parts.refused(
        gettext("I could not reach the classroom’s computer."),
        gettext("Your program is still here. Wait a moment, then send it again."),
        false,
      );
    } finally {
      this.setBusy(false);
    }
  }

  /**
   * The answer may be lost as well as the question: the same key each time, also with a later press
   * while nobody knows what became of the same program, so that it is taken once.
   * @param {object} body
   */
  async send(body) {
    const { parts } = this;
    const words = JSON.stringify(body);
    if (this.open?.body !== words) this.open = { key: newKey(), body: words };
    const headers = { "Idempotency-Key": this.open.key };
    const send = () => (parts.send ?? post)(parts.url, body, headers);
    const pause = parts.pause ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    for (const ms of RETRY_PAUSES_MS) {
      try {
        return this.settle(await send());
      } catch {
        await pause(ms);
      }
    }
    return this.settle(await send());
  }

  /** @param {import("./api.js").ApiAnswer} answer */
  settle(answer) {
    // With these the server itself may not know whether the program was taken.
    if (answer.status < 500) this.open = null;
    return answer;
  }

  /** @param {import("./api.js").ApiAnswer} answer */
  take({ ok, status, data }) {
    const { parts } = this;
    if (ok) {
      parts.accepted({
        id: data.submission,
        position: data.position,
        wait: data.wait_s,
        receipt: data.receipt,
      });
    } else if (data?.diagnostics?.length) {
      parts.mistakes(data.diagnostics, data.error?.message ?? "");
    } else if (data?.error) {
      parts.refused(data.error.message, data.error.hint ?? "", Boolean(data.can_replace));
    } else if (status === 403 || status === 401) {
      parts.refused(
        gettext("You are not logged in any more."),
        gettext("Log in in another tab, then send your program again from here."),
        false,
      );
    } else {
      parts.refused(
        gettext("The server could not take your program."),
        gettext("Your program is still here. Try again, or call your teacher."),
        false,
      );
    }
  }

  /** @param {boolean} busy */
  setBusy(busy) {
    this.busy = busy;
    // Not `disabled`: the focus would be lost.
    for (const button of [this.parts.button, this.parts.replaceButton]) {
      button?.setAttribute("aria-disabled", String(busy));
    }
  }
}
