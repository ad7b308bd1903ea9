// What is known of the program's mistakes, from the compiler and from the grammar; each told once.

/** @typedef {import("./checker.js").Problem} Problem */

/** Whether the compiler speaks of the characters or the grammar. @param {Problem} problem */
function isAboutGrammar({ code }) {
  return /^Q[12]/.test(code);
}

export class KnownProblems {
  constructor() {
    /** @type {Problem[]} */
    this.compiler = [];
    /** @type {Problem | null} */
    this.grammar = null;
  }

  /** Everything to show. */
  get all() {
    return this.grammar ? [this.grammar, ...this.compiler] : this.compiler;
  }

  /** The compiler has read the program: its words replace all others. @param {Problem[]} problems */
  answered(problems) {
    this.compiler = problems;
    this.grammar = null;
  }

  /**
   * The grammar of the changed program was read. While the compiler's last answer speaks of a
   * mistake in the grammar, that is told already; when there is none any more, that was cured.
   * @param {Problem | null} mistake
   */
  read(mistake) {
    if (!mistake) this.compiler = this.compiler.filter((problem) => !isAboutGrammar(problem));
    this.grammar = mistake && !this.compiler.some(isAboutGrammar) ? mistake : null;
  }

  /** The compiler cannot be asked: what it said of the grammar is not kept up to date any more. */
  lost() {
    this.compiler = this.compiler.filter((problem) => !isAboutGrammar(problem));
  }
}
