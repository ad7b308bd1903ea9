import assert from "node:assert/strict";
import { test } from "node:test";

import { EditorState } from "@codemirror/state";

import { GrammarChecker, asProblem } from "../src/js/grammar_checker.js";
import { quorumLanguage } from "../src/js/quorum/language.js";
import { knownKinds, mistakeWords } from "../src/js/quorum/mistake_words.js";
import { firstMistake } from "../src/js/quorum/mistakes.js";

/** A program for each kind of mistake; ⟦ and ⟧ around what is shown. */
const EXAMPLES = {
  alone: ["⟦screen⟧\noutput 1", "⟦a:b⟧\nx = 5"],
  behind: ["class A\nend\n⟦x⟧ = 5"],
  big: ["output ⟦2147483648⟧"],
  character: ["output 5⟦;⟧", "output x⟦[⟧1]"],
  check: ["⟦check⟧\n    output 1\nend"],
  comparison: ["if a = b ⟦=⟧ c\nend"],
  deep: [`x = ${"(".repeat(40)}⟦(1)⟧${")".repeat(40)}`],
  digit: ["integer ⟦2⟧nd = 5"],
  digits: ["output ⟦1.⟧"],
  dot: ["⟦screen.Clear⟧()", "x = screen⟦.⟧width"],
  empty: ["⟦⟧", "use ⟦A⟧"],
  expected: ["⟦alert⟧ 5", "⟦shared⟧ action F"],
  exponent: ["output ⟦1⟧e3", "output ⟦1.5⟧e"],
  glued: ["Array<integer⟦>=⟧ x"],
  invisible: ["output⟦\u00a0⟧5", 'output "⟦\ud800⟧"'],
  late: ["output 1\n⟦use⟧ A"],
  letters: ["⟦été⟧ = 5"],
  member: ["class A\n    ⟦output⟧ 1\nend"],
  mixed: ["output 1\n⟦action⟧ F\nend", "action F\nend\n⟦output⟧ 1"],
  name: ["⟦class⟧\nend", "action Main(integer⟦)⟧\nend"],
  needless: ["if x ⟦then⟧\nend", "if x⟦:⟧\nend"],
  "open-block": ["⟦repeat⟧ 3 times\n    output 1", "repeat 3 times\n    ⟦if⟧ x\n        output 1\nend"],
  "open-comment": ["output 1 ⟦/*⟧ a"],
  "open-parenthesis": ["output ⟦(⟧1 + 2\noutput 3", "screen:Show⟦(⟧1\noutput 3"],
  "open-text": ['output ⟦"abc⟧\noutput 5'],
  operator: ["if x ⟦==⟧ 5\nend", "if x ⟦!=⟧ 5\nend", "output a ⟦×⟧ b"],
  quotes: ["output ⟦“⟧a”", "output ⟦'⟧a'", 'output "a⟦”⟧'],
  reserved: ["integer ⟦text⟧ = 5", "output ⟦text⟧"],
  stray: ["⟦end⟧", "output 1\n⟦else⟧"],
  target: ["a:b:c ⟦=⟧ 5", "f() ⟦=⟧ 3"],
  times: ["repeat ⟦3⟧\n    output 1\nend"],
  type: ["action F ⟦returns⟧\n    return 1\nend"],
  underscore: ["⟦x_⟧ = 5"],
  unexpected: ["x = 5 ⟦6⟧", "output 1⟦)⟧"],
  unfinished: ["parent:⟦A⟧"],
  unknown: ["x ⟦+=⟧ 1", "x⟦++⟧"],
  untyped: ["action F(⟦x⟧)\nend", "constant ⟦x⟧ = 5"],
  value: ["x ⟦=⟧ ", "output 1 ⟦+⟧\noutput 2", "output -⟦-⟧ 5"],
};

const mistakeOf = (text) => firstMistake(quorumLanguage.parser.parse(text), text);

test("each kind of mistake is recognized and shown in its place", () => {
  for (const [kind, programs] of Object.entries(EXAMPLES)) {
    for (const marked of programs) {
      const text = marked.replace(/[⟦⟧]/g, "");
      const found = mistakeOf(text);
      assert.equal(found?.kind, kind, marked);
      assert.deepEqual([found.from, found.to], [marked.indexOf("⟦"), marked.indexOf("⟧") - 1], marked);
    }
  }
});

test("every kind has words, and no place in them stays open", () => {
  assert.deepEqual(Object.keys(EXAMPLES).sort(), knownKinds().sort());
  for (const [kind, programs] of Object.entries(EXAMPLES)) {
    for (const marked of programs) {
      const words = mistakeWords(mistakeOf(marked.replace(/[⟦⟧]/g, "")));
      assert.match(words, /^[A-Z`][^%]*\.$/, kind);
    }
  }
});

test("a right program has no mistake", () => {
  const program = "use A.B\nrepeat while x not= 5 and not (y is C)\n    a:b(1, -2):c()\nend\n";
  assert.equal(mistakeOf(program), null);
});

test("a long piece of the program is shortened", () => {
  const words = mistakeWords({ kind: "unexpected", at: 0, from: 0, to: 9, word: `"${"a".repeat(99)}"` });
  assert.ok(words.length < 70, words);
});

test("lines and columns of a mistake count characters from 1", () => {
  const state = EditorState.create({ doc: 'output 1\noutput "🦋" 5' });
  const { line, column, end_column } = asProblem({ kind: "unexpected", at: 21, from: 21, to: 22, word: "5" }, state);
  assert.deepEqual([line, column, end_column], [2, 12, 13]);
});

test("the grammar is read when typing pauses for 150 milliseconds", () => {
  const timers = new Map();
  const told = [];
  const state = EditorState.create({ doc: "x =", extensions: [quorumLanguage] });
  const checker = new GrammarChecker({
    state: () => state,
    tell: (problem) => told.push(problem?.message ?? null),
    setTimer: (work, ms) => (timers.set(timers.size, { work, ms }), timers.size - 1),
    clearTimer: (timer) => timers.delete(timer),
  });
  checker.changed();
  checker.changed();
  assert.deepEqual([...timers.values()].map(({ ms }) => ms), [150]);
  for (const { work } of timers.values()) work();
  assert.deepEqual(told, ["I expected a value after `=`."]);
});
