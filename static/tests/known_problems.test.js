import assert from "node:assert/strict";
import { test } from "node:test";

import { KnownProblems } from "../src/js/known_problems.js";

const problem = (code) => ({ code, severity: "error", line: 1, column: 1, end_line: 1, end_column: 2, message: code, hint: "" });
const [grammar, syntax, type] = ["", "Q2004", "Q4003"].map(problem);

function known(...problems) {
  const all = new KnownProblems();
  all.answered(problems);
  return all;
}

test("a mistake in the grammar is shown before the compiler has answered", () => {
  const all = known(type);
  all.read(grammar);
  assert.deepEqual(all.all, [grammar, type]);
});

test("the compiler's answer replaces it", () => {
  const all = known();
  all.read(grammar);
  all.answered([syntax]);
  assert.deepEqual(all.all, [syntax]);
});

test("a mistake that the compiler tells already is not told a second time", () => {
  const all = known(syntax);
  all.read(grammar);
  assert.deepEqual(all.all, [syntax]);
});

test("a grammar that is right again takes the compiler's words about it away at once", () => {
  const all = known(syntax, type);
  all.read(null);
  assert.deepEqual(all.all, [type]);
});

test("when the compiler is out of reach, the grammar speaks alone", () => {
  const all = known(syntax, type);
  all.lost();
  all.read(grammar);
  assert.deepEqual(all.all, [grammar, type]);
});
