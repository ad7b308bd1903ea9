// What stands at the place where the grammar breaks, and what kind of mistake it probably is.

import { GUESSES } from "./guesses.js";
import { skipBlanks, tokenAt, tokensBetween } from "./tokens.js";

/** @typedef {import("@lezer/common").SyntaxNode} SyntaxNode */
/** @typedef {import("./tokens.js").Token} Token */

/**
 * A mistake of the program: `at` is the first token that no rule accepts, `from` and `to` are what
 * to show, `word` and `better` go into the message.
 * @typedef {{kind: string, at: number, from: number, to: number, word: string, better?: string}} Mistake
 */

/**
 * `token` is where the grammar breaks (empty at the end), `before` the one before it, `own` all
 * tokens of the construct that is broken, `parent` that construct.
 * @typedef {object} Place
 * @property {string} text
 * @property {SyntaxNode} node
 * @property {string} parent
 * @property {Token} token
 * @property {Token | undefined} before
 * @property {Token[]} own
 * @property {boolean} sameLine
 */

/**
 * The mistake at the first error in the tree.
 * @param {SyntaxNode} node
 * @param {string} text
 * @returns {Mistake}
 */
export function mistakeAt(node, text) {
  const token = tokenAt(text, skipBlanks(text, node.from));
  let holder = node.parent;
  while (holder?.parent && holder.from >= token.from) holder = holder.parent;
  const own = tokensBetween(text, holder?.from ?? 0, token.from);
  const before = own.at(-1);
  const sameLine = token.text !== "" && !/[\r\n]/.test(text.slice(before?.to ?? token.from, token.from));
  const place = { text, node, parent: node.parent?.name ?? "", token, before, own, sameLine };
  const shown = token.text || !before ? token : before;
  for (const guess of GUESSES) {
    const found = guess(place);
    if (found) return { at: token.from, from: shown.from, to: shown.to, word: token.text, ...found };
  }
  throw new Error("the last guess always fits");
}
