// Asks the compiler what it thinks of the program, soon after the last key, and drops stale answers.

/** @typedef {{code: string, severity: string, line: number, column: number, end_line: number, end_column: number, message: string, hint: string}} Problem */

const PAUSE_MS = 300;

export class Checker {
  /**
   * @param {object} parts
   * @param {(code: string) => Promise<Problem[]>} parts.ask
   * @param {(problems: Problem[]) => void} parts.show
   * @param {(state: "asking" | "answered" | "failed") => void} [parts.tell]
   * @param {(work: () => void, ms: number) => any} [parts.setTimer]
   * @param {(timer: any) => void} [parts.clearTimer]
   */
  constructor({ ask, show, tell = () => {}, setTimer = setTimeout, clearTimer = clearTimeout }) {
    this.parts = { ask, show, tell };
    // Browsers' timers want to be called without an object.
    this.setTimer = (/** @type {() => void} */ work) => setTimer(work, PAUSE_MS);
    this.clearTimer = (/** @type {any} */ timer) => clearTimer(timer);
    this.version = 0;
    /** @type {any} */
    this.timer = null;
  }

  /** The program has changed. @param {string} code */
  changed(code) {
    this.version += 1;
    this.clearTimer(this.timer);
    const version = this.version;
    this.timer = this.setTimer(() => void this.check(code, version));
  }

  /** @param {string} code @param {number} version */
  async check(code, version) {
    this.parts.tell("asking");
    try {
      const problems = await this.parts.ask(code);
      if (version !== this.version) return;
      this.parts.tell("answered");
      this.parts.show(problems);
    } catch {
      if (version === this.version) this.parts.tell("failed");
    }
  }
}

/**
 * The place of a 1-based column, counted in characters, in a text line counted in UTF-16 units.
 * @param {string} line
 * @param {number} column
 */
export function columnOffset(line, column) {
  return [...line].slice(0, Math.max(0, column - 1)).join("").length;
}
