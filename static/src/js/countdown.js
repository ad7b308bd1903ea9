// Counts down to the end of a mission, by the server's clock.

import { gettext } from "./texts.js";

const URGENT_S = 60;
let offsetMs = 0;

/** Notes the server's time, so that a tablet with a wrong clock counts right. @param {string | undefined} now */
export function setServerTime(now) {
  if (now) offsetMs = Date.parse(now) - Date.now();
}

/** @param {number} seconds @returns {string} such as 1:05 or 1:02:09 */
export function clockText(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** @param {string} end ISO time @param {number} [now] milliseconds */
export function secondsUntil(end, now = Date.now() + offsetMs) {
  return (Date.parse(end) - now) / 1000;
}

/**
 * Writes the remaining time into an element each second.
 * @param {HTMLElement} target
 * @returns {(end: string | null) => void} sets another end; null empties the element
 */
export function startCountdown(target) {
  /** @type {string | null} */
  let end = null;
  const write = () => {
    if (end === null) return;
    const left = secondsUntil(end);
    target.textContent = left > 0 ? clockText(left) : gettext("Time is up");
    target.toggleAttribute("data-urgent", left > 0 && left <= URGENT_S);
  };
  setInterval(write, 1000);
  return (next) => {
    end = next;
    if (next === null) target.textContent = "";
    if (next && target instanceof HTMLTimeElement) target.dateTime = next;
    write();
  };
}
