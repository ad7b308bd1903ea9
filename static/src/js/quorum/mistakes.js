// The first mistake against the grammar, from the tree that the editor has anyway.

import { mistakeAt } from "./breaks.js";

/** @typedef {import("@lezer/common").SyntaxNodeRef} SyntaxNodeRef */
/** @typedef {import("@lezer/common").Tree} Tree */
/** @typedef {import("./breaks.js").Mistake} Mistake */

// Deeper than this the compiler does not follow (quorum/parser/tokens.py).
const DEEPEST_EXPRESSION = 40;
const DEEPEST_BLOCK = 60;
const LARGEST_INTEGER = 2147483647;

const EXPRESSIONS = /^(ParenthesizedExpression|Arguments|CastExpression|InputExpression|TypeArguments)$/;
const BLOCKS = /^(ActionDeclaration|OnCreate|IfStatement|RepeatStatement|CheckStatement)$/;

/**
 * The first mistake in document order, or null.
 * @param {Tree} tree
 * @param {string} text
 * @returns {Mistake | null}
 */
export function firstMistake(tree, text) {
  /** @type {Mistake | null} */
  let found = null;
  let expressions = 0;
  // Statements that stand in no action are a block themselves.
  let blocks = /ClassDeclaration|Action|OnCreate/.test(firstUnit(tree)) ? 0 : 1;
  tree.iterate({
    enter(node) {
      if (found) return false;
      if (BLOCKS.test(node.name)) blocks += 1;
      if (EXPRESSIONS.test(node.name)) expressions += 1;
      if (node.type.isError) found = mistakeAt(node.node, text);
      else if (blocks > DEEPEST_BLOCK || expressions > DEEPEST_EXPRESSION) found = mistake("deep", node, text);
      else found = tokenMistake(node, text);
      return !found;
    },
    leave(node) {
      if (BLOCKS.test(node.name)) blocks -= 1;
      if (EXPRESSIONS.test(node.name)) expressions -= 1;
    },
  });
  return found;
}

/** The name of the first node behind the header. @param {Tree} tree */
function firstUnit(tree) {
  let node = tree.topNode.firstChild;
  while (node && /Line$/.test(node.name)) node = node.nextSibling;
  return node?.name ?? "";
}

/** What the grammar lets pass but the compiler counts as a mistake in writing. @param {SyntaxNodeRef} node @param {string} text */
function tokenMistake(node, text) {
  switch (node.name) {
    case "Integer":
      if (/^e\d/.test(text.slice(node.to, node.to + 2))) return mistake("exponent", node, text);
      return Number(text.slice(node.from, node.to)) > LARGEST_INTEGER ? mistake("big", node, text) : null;
    case "Number":
      return text[node.to] === "e" ? mistake("exponent", node, text) : null;
    case "Definition":
      return text[node.to - 1] === "_" ? mistake("underscore", node, text) : null;
    default:
      return null;
  }
}

/** @param {string} kind @param {SyntaxNodeRef} node @param {string} text @returns {Mistake} */
function mistake(kind, { from, to }, text) {
  return { kind, at: from, from, to, word: text.slice(from, to) };
}
