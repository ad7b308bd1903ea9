// The queue speaks like a person: "You are number 3. 20 to 40 more seconds."

import { gettext, interpolate } from "./texts.js";

/**
 * @param {number} position from 1
 * @param {[number, number] | null} wait lowest and highest guess in seconds
 */
export function queueSentence(position, wait) {
  const place =
    position === 1
      ? gettext("You are next.")
      : interpolate(gettext("You are number %(position)s in the queue."), { position });
  return wait && wait[1] > 0 ? `${place} ${waitSentence(wait)}` : place;
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
