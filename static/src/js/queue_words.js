// The queue speaks like a person: "You are number 3. 20 to 40 more seconds."

import { gettext, interpolate } from "./texts.js";

/**
 * @param {number} position from 1
 * @param {[number, number] | null} wait lowest and highest guess in seconds
 * @param {boolean} [paused] whether the teacher has stopped the queue: nobody knows how long
 */
export function queueSentence(position, wait, paused = false) {
  const place =
    position === 1
      ? gettext("You are next.")
      : interpolate(gettext("You are number %(position)s in the queue."), { position });
  if (paused) return `${place} ${pauseSentence()}`;
  return wait && wait[1] > 0 ? `${place} ${waitSentence(wait)}` : place;
}

export function pauseSentence() {
  return gettext("The teacher has paused the queue; your program keeps its place.");
}

/** A pause of the queue, and its end, is news for who waits. */
export class PauseSpeech {
  constructor() {
    this.paused = false;
  }

  /**
   * The words for a place: that the queue is paused is said once, and nobody knows how long it will be.
   * @param {number} position @param {[number, number]} wait @param {boolean} paused
   */
  place(position, wait, paused) {
    const isNews = paused && !this.paused;
    this.paused = paused;
    return queueSentence(position, paused ? null : wait, isNews);
  }

  /** @param {boolean} paused @returns {string} what to say; empty when it is as it was */
  news(paused) {
    if (paused === this.paused) return "";
    this.paused = paused;
    return paused ? pauseSentence() : gettext("The queue goes on.");
  }
}

/** @param {[number, number]} wait */
export function waitSentence([low, high]) {
  if (high <= 5) return gettext("A few more seconds.");
  if (low === 0) return interpolate(gettext("At most %(high)s more seconds."), { high });
  if (high < 120) {
    return interpolate(gettext("%(low)s to %(high)s more seconds."), { low, high });
  }
  return interpolate(gettext("About %(low)s to %(high)s more minutes."), {
    low: Math.max(1, Math.round(low / 60)),
    high: Math.round(high / 60),
  });
}
