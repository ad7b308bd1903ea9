// Keeps the marks in the editor, the list below it and the line beside the button in step with
// what the grammar and the compiler say of the program.

import { post } from "./api.js";
import { Checker } from "./checker.js";
import { find } from "./dom.js";
import { KnownProblems } from "./known_problems.js";
import { ProblemsView, isWarning, verdict } from "./problems_view.js";
import { gettext } from "./texts.js";

/** @typedef {import("./checker.js").Problem} Problem */

export class ProgramCheck {
  /**
   * @param {HTMLElement} form
   * @param {import("./editor.js").Editor} editor
   * @param {import("./announcer.js").Announcer} announcer
   */
  constructor(form, editor, announcer) {
    this.editor = editor;
    this.announcer = announcer;
    this.known = new KnownProblems();
    this.reachable = true;
    this.spoken = verdict([]);
    /** Why the program was not taken; it stays until the program changes or is sent. */
    this.refusal = /** @type {{message: string, hint: string} | null} */ (null);
    this.line = find(form, "[data-check-state]");
    this.list = new ProblemsView(/** @type {HTMLElement} */ (find(form, "[data-problems]")), (line, column) =>
      editor.jump(line, column),
    );
    this.checker = new Checker({
      ask: async (code) => {
        const answer = await post(form.dataset.checkUrl ?? "", { code });
        if (!answer.ok) throw new Error(`check answered ${answer.status}`);
        return answer.data.diagnostics;
      },
      show: (problems) => this.answered(problems),
      tell: (state) => state === "failed" && this.failed(),
    });
  }

  /** @param {string} code */
  changed(code) {
    this.refusal = null;
    this.checker.changed(code);
  }

  /** The compiler has spoken. @param {Problem[]} problems */
  answered(problems) {
    this.reachable = true;
    this.known.answered(problems);
    this.show(verdict(problems));
    this.speak();
  }

  /** The grammar was looked at; the compiler has not answered yet. @param {Problem | null} mistake */
  read(mistake) {
    this.known.read(mistake);
    const { all } = this.known;
    // That nothing is wrong is for the compiler to say.
    this.show(all.every(isWarning) ? "" : verdict(all));
    if (!this.reachable) this.speak();
  }

  /** The program was not taken, for another reason than a mistake in it. @param {string} message @param {string} hint */
  refused(message, hint) {
    this.refusal = { message, hint };
    this.list.showRefusal(message, hint);
  }

  failed() {
    this.reachable = false;
    this.known.lost();
    this.editor.grammar.check();
  }

  /** The program was sent: only advice is left. */
  sent() {
    this.refusal = null;
    this.answered(this.known.all.filter(isWarning));
  }

  /** @param {string} words */
  show(words) {
    this.editor.underline(this.known.all);
    // The compiler may answer after the refusal: that all is well with the program is no news then.
    if (this.refusal && this.known.all.every(isWarning)) this.list.showRefusal(this.refusal.message, this.refusal.hint);
    else this.list.show(this.known.all);
    if (this.line) this.line.textContent = this.reachable ? words : gettext("I cannot check right now.");
  }

  /** Only a change of their number is news; it is spoken when typing pauses. */
  speak() {
    const words = verdict(this.known.all);
    if (words !== this.spoken) this.announcer.polite(words);
    this.spoken = words;
  }
}
