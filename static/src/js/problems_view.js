// The list of problems below the editor; each links to its line.

import { codeWords } from "./code_words.js";
import { element, find, icon, show } from "./dom.js";
import { gettext, interpolate, ngettext } from "./texts.js";

/** @typedef {import("./checker.js").Problem} Problem */

export class ProblemsView {
  /**
   * @param {HTMLElement} root the `data-problems` part
   * @param {(line: number, column: number) => void} jump
   */
  constructor(root, jump) {
    this.root = root;
    this.list = /** @type {HTMLElement} */ (find(root, "ol"));
    this.title = /** @type {HTMLElement} */ (find(root, "[data-problems-title]"));
    this.jump = jump;
  }

  /** @param {Problem[]} problems */
  show(problems) {
    const errors = !problems.every(isWarning);
    this.setTitle(
      errors ? gettext("What stops your program") : gettext("Worth a look"),
      errors ? "error" : "waiting",
    );
    this.list.replaceChildren(...problems.map((problem) => this.row(problem)));
    show(this.root, problems.length > 0);
  }

  /** Something else than a mistake in the program. @param {string} message @param {string} hint */
  showRefusal(message, hint) {
    this.setTitle(gettext("Your program was not sent"), "error");
    this.list.replaceChildren(this.item("error", codeWords(message), hint));
    show(this.root, true);
  }

  /** @param {string} words @param {string} state */
  setTitle(words, state) {
    this.title.dataset.state = state;
    this.title.replaceChildren(icon(state === "error" ? "state-error" : "alert"), element("span", {}, words));
  }

  /** @param {Problem} problem */
  row(problem) {
    const { line, column, message, hint } = problem;
    const words = interpolate(gettext("Line %(line)s"), { line });
    const link = element("a", { href: "#code" }, words);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.jump(line, column);
    });
    return this.item(isWarning(problem) ? "waiting" : "error", [link, " ", ...codeWords(message)], hint);
  }

  /** @param {string} state @param {import("./dom.js").Child[]} words @param {string} hint */
  item(state, words, hint) {
    const shape = icon(state === "error" ? "state-error" : "alert");
    return element("li", { "data-state": state }, shape, element("span", {}, ...words), hint && element("p", {}, ...codeWords(hint)));
  }
}

/** What is said of a program in one line. @param {Problem[]} problems */
export function verdict(problems) {
  const warnings = problems.filter(isWarning).length;
  const errors = problems.length - warnings;
  if (errors) return interpolate(ngettext("%(count)s problem", "%(count)s problems", errors), { count: errors });
  const fine = gettext("No problem found.");
  if (!warnings) return fine;
  const advice = ngettext("%(count)s piece of advice.", "%(count)s pieces of advice.", warnings);
  return `${fine} ${interpolate(advice, { count: warnings })}`;
}

/** Whether the program runs all the same. @param {Problem} problem */
export function isWarning({ severity }) {
  return severity === "warning";
}
