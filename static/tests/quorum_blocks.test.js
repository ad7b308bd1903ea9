import assert from "node:assert/strict";
import { test } from "node:test";

import { ensureSyntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";

import { blockMatching, otherEnd } from "../src/js/quorum/block_matching.js";
import { quorumLanguage } from "../src/js/quorum/language.js";

const PROGRAM = "action Main\n    if x\n        y = 1\n    elseif z\n        y = 2\n    else\n        y = 3\n    end\nend";

/** An editor's state with its whole tree, however long reading takes. */
function read(doc) {
  const state = EditorState.create({ doc, extensions: [quorumLanguage, blockMatching] });
  ensureSyntaxTree(state, doc.length, Infinity);
  return state.update({}).state;
}

/** The framed words with the cursor at the first place of `word`, shifted by `shift`. */
function framed(doc, word, shift = 0) {
  const anchor = doc.indexOf(word) + shift;
  const { state } = read(doc).update({ selection: { anchor } });
  const found = [];
  state.field(blockMatching).between(0, doc.length, (from, to) => void found.push(state.sliceDoc(from, to)));
  return found;
}

/** Where the key leads from the first place of `word`, and what is said. */
function from(doc, word, shift = 0) {
  const state = read(doc);
  const { place, words } = otherEnd(state, doc.indexOf(word) + shift);
  return [state.doc.lineAt(place).number, words];
}

test("all words of a block are framed when the cursor is at one of them", () => {
  const words = ["if", "elseif", "else", "end"];
  for (const [word, shift] of [["if", 0], ["if", 2], ["elseif", 3], ["else\n", 0], ["end", 1]]) {
    assert.deepEqual(framed(PROGRAM, word, shift), words, `${word}+${shift}`);
  }
  assert.deepEqual(framed(PROGRAM, "action"), ["action", "end"]);
  assert.deepEqual(framed("check a() detect e is B b() always c() end", "check"), ["check", "detect", "always", "end"]);
});

test("nothing is framed elsewhere, in texts, or while the end is missing", () => {
  assert.deepEqual(framed(PROGRAM, "y = 2"), []);
  assert.deepEqual(framed('output "if end"', "end"), []);
  assert.deepEqual(framed("repeat 3 times\n    output 1", "repeat"), []);
});

test("the key leads to the end of the block around, and from the end to its beginning", () => {
  assert.deepEqual(from(PROGRAM, "y = 2"), [8, "Line 8: end of if in line 2"]);
  assert.deepEqual(from(PROGRAM, "action"), [9, "Line 9: end of action in line 1"]);
  assert.deepEqual(from(PROGRAM, "end", 1), [2, "Line 2: if, up to line 8"]);
  assert.deepEqual(from(PROGRAM, "else\n"), [8, "Line 8: end of if in line 2"]);
});

test("without a block, or without its end, the cursor stays and that is said", () => {
  assert.deepEqual(from("output 1\noutput 2", "2"), [2, "There is no block here."]);
  assert.deepEqual(from("repeat 3 times\n    output 1", "1"), [2, "This repeat has no end yet."]);
});
