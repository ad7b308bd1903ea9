import assert from "node:assert/strict";
import { test } from "node:test";

import { getIndentation, indentUnit } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { StringStream } from "@codemirror/language";

import { quorumLanguage, quorumMode } from "../src/js/quorum_mode.js";

/** The words of a text with their styles, without blanks. */
function styles(text) {
  const state = quorumMode.startState(4);
  const found = [];
  for (const line of text.split("\n")) {
    const stream = new StringStream(line, 4, 4);
    while (!stream.eol()) {
      const style = quorumMode.token(stream, state);
      const word = stream.current().trim();
      if (word) found.push([word, style]);
      stream.start = stream.pos;
    }
  }
  return found;
}

/** The indentation that the line after `text` gets, for what is typed on it. */
function indentAfter(text, typed = "") {
  const doc = `${text}\n${typed}`;
  const state = EditorState.create({ doc, extensions: [quorumLanguage, indentUnit.of("    ")] });
  return getIndentation(state, state.doc.lineAt(doc.length).from);
}

test("keywords, types, values, numbers and texts differ", () => {
  assert.deepEqual(styles('if x not= 1.5 output "a" + true'), [
    ["if", "keyword"], ["x", "variableName"], ["not=", "operator"], ["1.5", "number"],
    ["output", "keyword"], ['"a"', "string"], ["+", "operator"], ["true", "atom"],
  ]);
  assert.deepEqual(styles("integer i = 0")[0], ["integer", "typeName"]);
  assert.deepEqual(styles("Screen screen")[0], ["Screen", "className"]);
});

test("no part of a library's path is a keyword", () => {
  assert.deepEqual(styles("use Libraries.Robots.M5Stack.Screen\nif").map(([, style]) => style), [
    "keyword", "namespace", null, "namespace", null, "namespace", null, "namespace", "keyword",
  ]);
});

test("texts and comments go on over several lines", () => {
  assert.deepEqual(styles('/* one\nend */ end'), [["/*", "comment"], ["one", "comment"], ["end */", "comment"], ["end", "keyword"]]);
  assert.deepEqual(styles('x = "one\nend" end').slice(2), [['"one', "string"], ['end"', "string"], ["end", "keyword"]]);
});

test("a block indents its lines, and its end stands under its beginning", () => {
  assert.equal(indentAfter("repeat 3 times"), 4);
  assert.equal(indentAfter("repeat 3 times\n    if true"), 8);
  assert.equal(indentAfter("repeat 3 times\n    output 1", "end"), 0);
  assert.equal(indentAfter("if true\n    output 1", "else"), 0);
  assert.equal(indentAfter("if true\n    output 1\nend"), 0);
});

test("an action has a body, a system action has none", () => {
  assert.equal(indentAfter("action Main"), 4);
  assert.equal(indentAfter("system action Clear"), 0);
  assert.equal(indentAfter("class A\n    on create"), 8);
});
