import assert from "node:assert/strict";
import { test } from "node:test";

import { ensureSyntaxTree, foldable, getIndentation, indentUnit } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { highlightTree } from "@lezer/highlight";

import { quorumColors } from "../src/js/editor_theme.js";
import { quorumLanguage } from "../src/js/quorum/language.js";
import { RESERVED, WORDS } from "../src/js/quorum/words.js";

const COLOURS = new Map(
  quorumColors.specs.flatMap((spec) => [spec.tag].flat().map((tag) => [quorumColors.style([tag]), spec.color])),
);

/** The coloured words of a text with the role of their colour. */
function roles(text) {
  const found = [];
  highlightTree(quorumLanguage.parser.parse(text), quorumColors, (from, to, style) => {
    found.push([text.slice(from, to), COLOURS.get(style).replace(/var\(--code-(.*)\)/, "$1")]);
  });
  return found;
}

/** An editor's state with its whole tree, however long reading takes. */
function read(doc) {
  const state = EditorState.create({ doc, extensions: [quorumLanguage, indentUnit.of("    ")] });
  ensureSyntaxTree(state, doc.length, Infinity);
  return state.update({}).state;
}

/** The indentation of the line after `text` for what is typed on it; `rest` follows behind. */
function indentAfter(text, typed = "", rest = "") {
  const doc = `${text}\n${typed}${rest}`;
  const state = read(doc);
  return getIndentation(state, state.doc.lineAt(text.length + 1).from);
}

/** What of a text can be folded, line by line. */
function folds(doc) {
  const state = read(doc);
  const found = {};
  for (let number = 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    const range = foldable(state, line.from, line.to);
    if (range) found[number] = state.sliceDoc(range.from, range.to);
  }
  return found;
}

test("the grammar knows every word of Quorum", () => {
  assert.equal(WORDS.length, 45);
  for (const word of ["if", "elseif", "blueprint", "undefined", "returns"]) assert.ok(RESERVED.has(word), word);
});

test("keywords, types, actions, values, numbers, texts and comments differ", () => {
  assert.deepEqual(roles('if x not= 1.5 screen:Draw("a", true) end // so'), [
    ["if", "keyword"], ["1.5", "value"], ["Draw", "action"], ['"a"', "text"], ["true", "value"],
    ["end", "keyword"], ["// so", "comment"],
  ]);
  assert.deepEqual(roles("integer i = 0")[0], ["integer", "type"]);
  assert.deepEqual(roles("Array<Screen> s")[1], ["Screen", "type"]);
});

test("no part of a library's path is a keyword", () => {
  assert.deepEqual(roles("use Libraries.Robots.M5Stack.Screen"), [
    ["use", "keyword"], ["Libraries", "path"], ["Robots", "path"], ["M5Stack", "path"], ["Screen", "path"],
  ]);
});

test("texts and comments go on over several lines", () => {
  assert.deepEqual(roles("/* one\nend */ return now"), [
    ["/* one\nend */", "comment"], ["return", "keyword"], ["now", "keyword"],
  ]);
  assert.deepEqual(roles('x = "one\nend"'), [['"one\nend"', "text"]]);
});

test("a block indents its lines, and its end stands under its beginning", () => {
  assert.equal(indentAfter("repeat 3 times"), 4);
  assert.equal(indentAfter("repeat 3 times\n    if true"), 8);
  assert.equal(indentAfter("repeat 3 times\n    output 1", "end"), 0);
  assert.equal(indentAfter("if true\n    output 1\nend"), 0);
  assert.equal(indentAfter("if true // so"), 4);
});

test("else, elseif, detect and always stand under the beginning of their block", () => {
  for (const word of ["else", "elseif x"]) assert.equal(indentAfter("if true\n    output 1", word), 0, word);
  for (const word of ["detect e", "always"]) assert.equal(indentAfter("check\n    output 1", word), 0, word);
  assert.equal(indentAfter("if true\n    output 1\nelse"), 4);
  assert.equal(indentAfter("check\n    x = 1\ndetect e is Error\n    y = 1", "end"), 0);
});

test("an action has a body, a system action and a blueprint have none", () => {
  assert.equal(indentAfter("action Main"), 4);
  assert.equal(indentAfter("system action Clear"), 0);
  assert.equal(indentAfter("class A\n    blueprint action Clear"), 4);
  assert.equal(indentAfter("class A\n    on create"), 8);
});

test("a new block in the middle of a program that goes on indents as well", () => {
  const rest = "\n    end\n\n    action G\n        output 1\n    end\nend";
  assert.equal(indentAfter("class A\n    action F\n        if x", "", rest), 12);
  assert.equal(indentAfter("class A\n    action F\n        if x\n            output 1", "end", rest), 8);
});

test("mistakes further up do not change the indentation", () => {
  for (const mistake of ["x = ]", "é = 5", "end", "for i = 0; i < 3; i++", "output (1 + 2", "screen.Clear()"]) {
    assert.equal(indentAfter(`${mistake}\nrepeat 3 times`), 4, mistake);
  }
});

test("what goes on over a line end is indented", () => {
  assert.equal(indentAfter("output 1 +"), 4);
  assert.equal(indentAfter("screen:Draw(1,"), 4);
  assert.equal(indentAfter("    screen:Draw(\n        1", ")"), 4);
});

test("blocks, their parts and long comments can be folded", () => {
  const program = [
    "class A", "    /* one", "       two */", "    action F", "        if x", "            y = 1",
    "        else", "            y = 2", "        end", "    end", "end",
  ];
  assert.deepEqual(Object.keys(folds(program.join("\n"))), ["1", "2", "4", "5", "7"]);
  assert.deepEqual(folds("repeat 3 times\n    output 1\nend"), { 1: "\n    output 1\n" });
  assert.deepEqual(folds("/* one\n   two */"), { 1: "\n   two " });
  assert.deepEqual(folds("if x output 1 end"), {});
});
