// Speaks to screen readers: one polite region for one's own news, one assertive for danger only.

import { element } from "./dom.js";

const QUIET_MS = 5_000;
const KEPT = 3;

/** @typedef {{polite: (text: string) => void, assertive: (text: string) => void}} Announcer */

/**
 * @param {ParentNode} root the page with the two `data-announce` regions
 * @returns {Announcer}
 */
export function createAnnouncer(root) {
  /** @param {string} kind */
  const into = (kind) => {
    const region = root.querySelector(`[data-announce="${kind}"]`);
    /** @param {string} text */
    return (text) => {
      if (!region || !text) return;
      // A new element each time: the same words twice are spoken twice.
      region.append(element("p", {}, text));
      while (region.childElementCount > KEPT) region.firstElementChild?.remove();
    };
  };
  return { polite: into("polite"), assertive: into("assertive") };
}

/**
 * Decides when a place in the queue is worth speaking: each step under 5, else when another group
 * of five is reached, and never more than once in five seconds.
 */
export class PositionSpeech {
  constructor() {
    /** @type {number | null} */
    this.spoken = null;
    this.spokenAt = -Infinity;
  }

  /** Whether this position is worth speaking at all. @param {number} position */
  matters(position) {
    if (this.spoken === null) return true;
    if (position === this.spoken) return false;
    return position < 5 || Math.ceil(position / 5) !== Math.ceil(this.spoken / 5);
  }

  /**
   * @param {number} position
   * @param {number} now in milliseconds
   * @returns {number} 0: speak now (it is noted as spoken); more: ask again after so many
   *   milliseconds; Infinity: nothing to say
   */
  delay(position, now) {
    if (!this.matters(position)) return Infinity;
    const wait = this.spokenAt + QUIET_MS - now;
    if (wait > 0) return wait;
    this.spoken = position;
    this.spokenAt = now;
    return 0;
  }
}
