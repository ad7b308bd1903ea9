// The words of a block that belong together are framed, and a key goes from one end to the other.

import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

import { gettext, interpolate } from "../texts.js";
import { blockAround, blockOfWordAt, endOf, openerOf, wordsOf } from "./blocks.js";

/** @typedef {import("@codemirror/state").EditorState} EditorState */
/** @typedef {import("@lezer/common").SyntaxNode} SyntaxNode */

const PATIENCE_MS = 100;
const frame = Decoration.mark({ class: "cm-matchingBlock" });

/** The whole tree, or as much of it as there is in time. @param {EditorState} state */
function treeOf(state) {
  return ensureSyntaxTree(state, state.doc.length, PATIENCE_MS) ?? syntaxTree(state);
}

/** @param {EditorState} state */
function framed(state) {
  const { head, empty } = state.selection.main;
  const block = empty ? blockOfWordAt(treeOf(state), head) : null;
  if (!block || !endOf(block)) return Decoration.none;
  return Decoration.set(wordsOf(block).map(({ from, to }) => frame.range(from, to)));
}

export const blockMatching = StateField.define({
  create: framed,
  update: (decorations, transaction) =>
    transaction.docChanged || transaction.selection ? framed(transaction.state) : decorations,
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * Where the key leads from a place, and what is said: from an `end` to what it closes, from
 * anywhere else to the `end` of the block around.
 * @param {EditorState} state
 * @param {number} place
 * @returns {{place: number, words: string}}
 */
export function otherEnd(state, place) {
  const tree = treeOf(state);
  const block = blockOfWordAt(tree, place) ?? blockAround(tree, place);
  if (!block) return { place, words: gettext("There is no block here.") };
  const [opener, end] = [openerOf(block), endOf(block)];
  const word = state.sliceDoc(opener.from, opener.to);
  if (!end) return { place, words: interpolate(gettext("This %(word)s has no end yet."), { word }) };
  const lines = { word, first: state.doc.lineAt(opener.from).number, last: state.doc.lineAt(end.from).number };
  return place >= end.from && place <= end.to
    ? { place: opener.from, words: interpolate(gettext("Line %(first)s: %(word)s, up to line %(last)s"), lines) }
    : { place: end.from, words: interpolate(gettext("Line %(last)s: end of %(word)s in line %(first)s"), lines) };
}

/** Goes to the other end of the block and says so. @param {EditorView} view */
export function goToOtherEnd(view) {
  const { place, words } = otherEnd(view.state, view.state.selection.main.head);
  view.dispatch({
    selection: { anchor: place },
    scrollIntoView: true,
    effects: EditorView.announce.of(words),
  });
  return true;
}
