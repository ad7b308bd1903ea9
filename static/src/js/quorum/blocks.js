// Blocks of a program: which words open them, divide them and close them.

/** @typedef {import("@lezer/common").SyntaxNode} SyntaxNode */
/** @typedef {import("@lezer/common").Tree} Tree */

/** What opens each kind of block. @type {Record<string, string>} */
const OPENERS = {
  ClassDeclaration: "class",
  ActionDeclaration: "action",
  OnCreate: "on",
  IfStatement: "if",
  RepeatStatement: "repeat",
  CheckStatement: "check",
};
const CLAUSES = new Set(["ElseIfClause", "ElseClause", "DetectClause", "AlwaysClause"]);

/** @param {SyntaxNode} node */
export function isBlock(node) {
  return node.name in OPENERS;
}

/** The word that opens the block. @param {SyntaxNode} block */
export function openerOf(block) {
  return block.getChild(OPENERS[block.name]) ?? block;
}

/** The `end` of the block; null while it is missing. @param {SyntaxNode} block */
export function endOf(block) {
  const last = block.lastChild;
  return last?.name === "end" ? last : null;
}

/** The words that belong together: `if`, `elseif`, `else` and `end`, for instance. @param {SyntaxNode} block */
export function wordsOf(block) {
  const words = [openerOf(block)];
  for (let child = block.firstChild; child; child = child.nextSibling) {
    if (CLAUSES.has(child.name) && child.firstChild) words.push(child.firstChild);
  }
  const end = endOf(block);
  return end ? [...words, end] : words;
}

/** The block that one of its words at this place belongs to. @param {Tree} tree @param {number} place */
export function blockOfWordAt(tree, place) {
  for (const side of /** @type {const} */ ([1, -1])) {
    const word = tree.resolveInner(place, side);
    const block = word.parent && CLAUSES.has(word.parent.name) ? word.parent.parent : word.parent;
    if (block && isBlock(block) && wordsOf(block).some(({ from, to }) => from === word.from && to === word.to)) return block;
  }
  return null;
}

/** The innermost block around a place. @param {Tree} tree @param {number} place */
export function blockAround(tree, place) {
  /** @type {SyntaxNode | null} */
  let node = tree.resolveInner(place, -1);
  while (node && !isBlock(node)) node = node.parent;
  return node;
}

/**
 * Whose `end` is missing when this block has none. If the `end` of a block inside stands further
 * left than its first word, that block took an `end` that belongs to another one.
 * @param {SyntaxNode} block
 * @param {(place: number) => number} column
 */
export function blockWithoutEnd(block, column) {
  const cursor = block.cursor();
  do {
    const inner = cursor.node;
    if (inner.from >= block.to) break;
    const end = inner !== block && isBlock(inner) && endOf(inner);
    if (end && column(end.from) < column(openerOf(inner).from)) return inner;
  } while (cursor.next());
  return block;
}
