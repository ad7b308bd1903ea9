// Looks at the grammar at once, in the browser, while the compiler's answer is still on its way.

import { ensureSyntaxTree } from "@codemirror/language";

import { mistakeWords } from "./quorum/mistake_words.js";
import { firstMistake } from "./quorum/mistakes.js";

/** @typedef {import("./checker.js").Problem} Problem */
/** @typedef {import("@codemirror/state").EditorState} EditorState */

const PAUSE_MS = 150;
const PATIENCE_MS = 100;

export class GrammarChecker {
  /**
   * @param {object} parts
   * @param {() => EditorState} parts.state
   * @param {(problem: Problem | null) => void} parts.tell
   * @param {(work: () => void, ms: number) => any} [parts.setTimer]
   * @param {(timer: any) => void} [parts.clearTimer]
   */
  constructor({ state, tell, setTimer = setTimeout, clearTimer = clearTimeout }) {
    this.parts = { state, tell };
    this.setTimer = (/** @type {() => void} */ work) => setTimer(work, PAUSE_MS);
    this.clearTimer = (/** @type {any} */ timer) => clearTimer(timer);
    /** @type {any} */
    this.timer = null;
  }

  /** The program has changed. */
  changed() {
    this.clearTimer(this.timer);
    this.timer = this.setTimer(() => this.check());
  }

  check() {
    const state = this.parts.state();
    const tree = ensureSyntaxTree(state, state.doc.length, PATIENCE_MS);
    // A program too long to be read in time is left to the compiler.
    if (!tree) return;
    const mistake = firstMistake(tree, state.doc.toString());
    this.parts.tell(mistake && asProblem(mistake, state));
  }
}

/**
 * A mistake in the form of the compiler's diagnostics, without a code.
 * @param {import("./quorum/breaks.js").Mistake} mistake
 * @param {EditorState} state
 * @returns {Problem}
 */
export function asProblem(mistake, state) {
  const start = lineAndColumn(state, mistake.from);
  const end = lineAndColumn(state, mistake.to);
  return {
    code: "",
    severity: "error",
    line: start.line,
    column: start.column,
    end_line: end.line,
    end_column: end.column,
    message: mistakeWords(mistake),
    hint: "",
  };
}

/** Both counted from 1, columns in characters. @param {EditorState} state @param {number} place */
function lineAndColumn(state, place) {
  const line = state.doc.lineAt(place);
  return { line: line.number, column: [...line.text.slice(0, place - line.from)].length + 1 };
}
