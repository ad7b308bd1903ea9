// What of the desk's new facts is put into the page now, and what of it is spoken.

/** A hand that moved over a part a moment ago is about to press something there. */
export const HAND_RESTS_MS = 3_000;

/**
 * The parts that have changed and that nobody is using. What is in use is shown later.
 * @param {Map<string, string>} shown the server's markup that the page shows, by part
 * @param {Map<string, string>} fresh the server's markup now
 * @param {(part: string) => boolean} isInUse
 * @returns {string[]}
 */
export function partsToReplace(shown, fresh, isInUse) {
  return [...fresh.keys()].filter((part) => shown.get(part) !== fresh.get(part) && !isInUse(part));
}

/** Knows which alerts were told already. */
export class AlertSpeech {
  /** @param {Iterable<string>} known the alerts that stood there when the page came */
  constructor(known) {
    this.known = new Set(known);
  }

  /**
   * @param {[string, string][]} alerts what the server says now: which alert, and its words
   * @returns {string} what is worth speaking; empty when nothing is new
   */
  news(alerts) {
    const texts = alerts.filter(([alert]) => !this.known.has(alert)).map(([, text]) => text);
    this.known = new Set(alerts.map(([alert]) => alert));
    return texts.join(" ");
  }
}
