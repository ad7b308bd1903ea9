// Messages carry program text between backticks: shown as code, and spoken without the marks.

import { element } from "./dom.js";

/**
 * The message in pieces, program text in `code` elements.
 * @param {string} message
 * @returns {(string | HTMLElement)[]}
 */
export function codeWords(message) {
  return message
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 ? element("code", {}, piece) : piece))
    .filter((piece) => piece !== "");
}

/** The message as it is said. @param {string} message */
export function plainWords(message) {
  return message.replace(/`([^`]+)`/g, "$1");
}
