// The word and the shape of each state of a program or a board.

import { element, icon } from "./dom.js";
import { gettext, interpolate } from "./texts.js";

/**
 * @param {string} state
 * @returns {string}
 */
export function stateWord(state) {
  /** @type {Record<string, string>} */
  const words = {
    waiting: gettext("Waiting"),
    running: gettext("Running"),
    passed: gettext("Passed"),
    failed: gettext("Not yet"),
    error: gettext("Error"),
    timeout: gettext("Time is up"),
    cancelled: gettext("Cancelled"),
  };
  return words[state] ?? state;
}

/** @param {string} state */
export function boardWord(state) {
  /** @type {Record<string, string>} */
  const words = {
    ready: gettext("Board ready"),
    busy: gettext("Board at work"),
    connecting: gettext("Board is being connected"),
    disconnected: gettext("Board not connected"),
    recovering: gettext("Board is recovering"),
    failed: gettext("Board failed"),
    stopped: gettext("Board stopped"),
  };
  return words[state] ?? state;
}

const BOARD_SHAPES = /** @type {Record<string, string>} */ ({
  ready: "state-passed",
  busy: "state-running",
  connecting: "state-waiting",
  recovering: "state-waiting",
  disconnected: "state-cancelled",
  failed: "state-error",
  stopped: "stop",
});

/** @param {string} state @returns {HTMLElement} */
export function stateChip(state) {
  return element("span", { class: "state", "data-state": state }, icon(`state-${state}`), stateWord(state));
}

/**
 * @param {import("./messages.js").Board} board
 * @param {import("./messages.js").Running | null} [running] the program that runs: the board's own
 *   state does not tell that it is at work
 * @returns {HTMLElement}
 */
export function boardChip(board, running = null) {
  const atWork = board.state === "ready" && running?.board === board.name;
  const name = atWork ? "busy" : board.state;
  const state = boardWord(name);
  const words = board.virtual ? interpolate(gettext("%(state)s (virtual)"), { state }) : state;
  return element(
    "span",
    { class: "state", "data-state": name },
    icon(BOARD_SHAPES[name] ?? "board"),
    words,
  );
}

/** Whether a program in this state will not change any more. @param {string} status */
export function isFinal(status) {
  return status !== "waiting" && status !== "running";
}
