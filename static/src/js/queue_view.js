// Follows the student's own program through queue and board: words, live view, result, speech.

import { PositionSpeech } from "./announcer.js";
import { PauseSpeech, queueSentence } from "./queue_words.js";
import { isFinal } from "./states.js";
import { gettext } from "./texts.js";

/** How often the server is asked while the websocket is away. */
const POLL_MS = 5_000;

/** @typedef {import("./messages.js").ClassroomState} ClassroomState */
/** @typedef {import("./result_view.js").Own | null} Own */

/**
 * @typedef {object} Parts
 * @property {import("./socket.js").ClassroomSocket} socket
 * @property {import("./result_view.js").ResultView} result
 * @property {import("./output_view.js").OutputView | null} output
 * @property {import("./announcer.js").Announcer} announcer
 * @property {() => number} [now] milliseconds
 */

export class QueueView {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    /** @type {(own: Own) => void} */
    this.tellOwn = () => {};
    /** @type {Own} */
    this.own = parts.result.own();
    this.pause = new PauseSpeech();
    /** The submission whose start, and the one whose end, was told. */
    this.begun = 0;
    this.told = this.own && isFinal(this.own.status) ? this.own.id : 0;
    this.toldWords = this.told ? parts.result.spoken() : "";
    this.speech = new PositionSpeech();
    /** @type {any} */
    this.speechTimer = null;
    /** @type {any} */
    this.pollTimer = null;
    const { socket } = parts;
    socket.subscribe("state", (news, state) => this.follow(state, Boolean(news.snapshot)));
    socket.subscribe("submission.changed", (event) => this.changed(event.payload.submission));
    socket.subscribe("live", (news) => {
      if (news.submission !== this.own?.id || isFinal(this.own?.status ?? "")) return;
      this.begin(news.submission);
      parts.output?.add(news.entries);
    });
  }

  /** Who wants to know where the student's program is. @param {(own: Own) => void} listener */
  followOwn(listener) {
    this.tellOwn = listener;
    listener(this.own);
  }

  /** @param {NonNullable<Own>} own */
  setOwn(own) {
    this.own = own;
    this.tellOwn(own);
  }

  /** A program was just sent. @param {{id: number, position: number, wait: [number, number]}} taken */
  async sent({ id, position, wait }) {
    // The board may be so quick that its news came before the answer to the browser.
    if (this.own?.id !== id) {
      this.setOwn({ id, status: "waiting" });
      this.speech = new PositionSpeech();
      // Sent again after its end it has no place any more.
      if (position > 0) this.speak(position, wait);
    }
    await this.refresh(id);
    this.follow(this.parts.socket.state, false);
  }

  /** @param {{id: number, status: string}} news */
  async changed(news) {
    if (this.own && news.id < this.own.id) return;
    this.setOwn({ id: news.id, status: news.status });
    if (news.status === "running") this.begin(news.id);
    await this.refresh(news.id);
    this.follow(this.parts.socket.state, false);
  }

  /** @param {ClassroomState} state @param {boolean} snapshot whether something may have been missed */
  follow(state, snapshot) {
    const { own } = this;
    if (!own || isFinal(own.status)) return;
    const place = state.queue?.waiting.find((entry) => entry.submission === own.id);
    const runs = state.running?.submission === own.id;
    if (place) {
      const paused = Boolean(state.queue?.paused);
      this.parts.result.setQueueText(queueSentence(place.position, place.wait_s, paused));
      this.speak(place.position, place.wait_s);
      this.parts.announcer.polite(this.pause.news(paused));
    } else if (runs && own.status !== "running") {
      void this.changed({ id: own.id, status: "running" });
    } else if (snapshot && !runs) {
      // While we were away the program may have ended.
      void this.refresh(own.id);
    }
    if (snapshot && runs && state.screen?.submission === own.id) {
      this.begin(own.id);
      this.parts.output?.start();
      this.parts.output?.add(state.screen.entries);
    }
  }

  /** Shows the server's rendering; a final one is spoken, once. @param {number} id */
  async refresh(id) {
    const { result, output, announcer } = this.parts;
    if (!(await result.refresh(id))) {
      this.pollWhileOffline(id);
      return;
    }
    const shown = result.own();
    if (!shown || shown.id !== this.own?.id) return;
    if (!isFinal(shown.status)) {
      this.pollWhileOffline(id);
      return;
    }
    this.setOwn(shown);
    clearTimeout(this.speechTimer);
    output?.end();
    const words = result.spoken();
    // Told again when the teacher has changed what it counts.
    if (this.told !== id || (this.toldWords && this.toldWords !== words)) announcer.polite(words);
    this.told = id;
    this.toldWords = words;
  }

  /** Some networks let no websocket through: the result comes all the same. @param {number} id */
  pollWhileOffline(id) {
    clearTimeout(this.pollTimer);
    if (this.parts.socket.online) return;
    this.pollTimer = setTimeout(() => {
      if (this.own?.id === id && !isFinal(this.own.status)) void this.refresh(id);
    }, POLL_MS);
  }

  /** @param {number} id */
  begin(id) {
    if (this.begun === id) return;
    this.begun = id;
    clearTimeout(this.speechTimer);
    this.parts.output?.start();
    this.parts.announcer.polite(gettext("Your program is running on the board."));
  }

  /** @param {number} position @param {[number, number]} wait */
  speak(position, wait) {
    clearTimeout(this.speechTimer);
    const now = this.parts.now ?? Date.now;
    const delay = this.speech.delay(position, now());
    const paused = Boolean(this.parts.socket.state.queue?.paused);
    if (delay === 0) {
      this.parts.announcer.polite(this.pause.place(position, wait, paused));
    } else if (delay < Infinity) {
      this.speechTimer = setTimeout(() => this.speak(position, wait), delay);
    }
  }
}
