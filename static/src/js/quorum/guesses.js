// Kinds of mistakes by what stands around the place where the grammar breaks. The compiler tells
// more of them apart; these are the first words until its own ones come.

import { blockWithoutEnd, endOf, isBlock, openerOf } from "./blocks.js";
import { strangeCharacters } from "./characters.js";
import { RESERVED } from "./words.js";

/** @typedef {import("@lezer/common").SyntaxNode} SyntaxNode */
/** @typedef {import("./breaks.js").Place} Place */
/** @typedef {{kind: string, word?: string, better?: string, from?: number, to?: number} | null} Guess */
/** @typedef {(place: Place) => Guess} Guesser */

const words = (/** @type {string} */ list) => new Set(list.split(" "));

const BEFORE_VALUE = words("+ - * / mod = not= > >= < <= and or not ( , if elseif while until output say return repeat");
const BEFORE_NAME = words("class action detect use package . : is integer number text boolean");
const BEFORE_TYPE = words("public private constant returns");
const TYPE_PLACES = words("Parameters TypeArguments TypeParameters ParentClasses");
const OPERATOR_WORDS = words("and or mod is not times");
/** @type {Record<string, string>} */
const FOLLOWERS = {
  shared: "class", blueprint: "action", system: "action", on: "create",
  alert: "(", cast: "(", input: "(", me: ":", parent: ":",
};
const CLOSERS = words("end else elseif detect always");
const MEMBERS = words("action on blueprint system class shared");
const PARENTHESES = words("Arguments Parameters ParenthesizedExpression InputExpression CastExpression AlertStatement");

/** The nearest node around that is one of these. @param {SyntaxNode} node @param {(node: SyntaxNode) => boolean} wanted */
function around(node, wanted) {
  let found = node.parent;
  while (found && !wanted(found)) found = found.parent;
  return found;
}

/** @param {string} kind @param {{from: number, to: number}} place @param {string} [word] @returns {Guess} */
function shownAt(kind, { from, to }, word) {
  return word === undefined ? { kind, from, to } : { kind, from, to, word };
}

/** @type {Guesser} */
function emptyProgram({ token, node, parent }) {
  if (token.text || parent !== "Program") return null;
  let unit = node.prevSibling;
  while (unit && /Line$/.test(unit.name)) unit = unit.prevSibling;
  return unit ? null : { kind: "empty" };
}

/** What must follow a word or an operator is not there. @type {Guesser} */
function missingPart({ before, parent, node, token, sameLine }) {
  if (!before) return null;
  const statement = around(node, ({ name }) => /(Statement|Clause|Declaration|Assignment)$/.test(name));
  const heading = /^(If|ElseIf|Repeat)/.test(statement?.name ?? "");
  if (before.text === ":" && !sameLine && heading) return shownAt("needless", before, ":");
  const kind = missingKind(before.text, parent);
  if (!kind) return null;
  if (sameLine && RESERVED.has(token.text) && !OPERATOR_WORDS.has(token.text)) return { kind: "reserved" };
  if (sameLine && kind === "name" && /^\d/.test(token.text)) return { kind: "digit" };
  return shownAt(kind, sameLine ? token : before, before.text);
}

/** @param {string} before @param {string} parent */
function missingKind(before, parent) {
  if (BEFORE_TYPE.has(before)) return "type";
  if (TYPE_PLACES.has(parent) && /^[(<,]$/.test(before)) return "type";
  if (BEFORE_VALUE.has(before)) return "value";
  if (/^(CastExpression|TypeArguments)$/.test(parent)) return null;
  return BEFORE_NAME.has(before) ? "name" : null;
}

/** A word that another one must follow. @type {Guesser} */
function missingFollower({ before, parent }) {
  const better = before && parent !== "Chain" && FOLLOWERS[before.text];
  return better ? { ...shownAt("expected", before, before.text), kind: "expected", better } : null;
}

/** `action f(x)`, `constant x = 5`. @type {Guesser} */
function missingType({ before, parent, node, token }) {
  if (before && parent === "Parameter") return shownAt("untyped", before, before.text);
  const declaration = around(node, ({ name }) => name === "Declaration");
  const untyped = declaration && !declaration.getChild("Definition") && /^(constant|Access)$/.test(declaration.firstChild?.name ?? "");
  return before && untyped && token.text === "=" ? shownAt("untyped", before, before.text) : null;
}

/** A line that is a name and nothing else, or a name with dots instead of colons. @type {Guesser} */
function lonelyName({ before, token, node, own }) {
  const statement = around(node, ({ name }) => /^(Declaration|Assignment|CallStatement)$/.test(name));
  if (!before || !statement || statement.getChild("Definition")) return null;
  const names = own.filter(({ from }) => from >= statement.from);
  const only = names.every(({ text }) => /^[:.]$/.test(text) || (/^[A-Za-z_]/.test(text) && !RESERVED.has(text)));
  if (!names.length || !only) return null;
  const span = { from: names[0].from, to: before.to };
  if (/^(then|do)$/.test(before.text)) return shownAt("needless", before, before.text);
  if (names.some(({ text }) => text === ".")) return shownAt("dot", span);
  return token.text === "=" ? null : shownAt("alone", span, names.map(({ text }) => text).join(""));
}

/** @type {Guesser} */
function dot({ token, before }) {
  if (token.text !== ".") return null;
  const digits = before && before.to === token.from && /^\d+$/.test(before.text);
  return digits ? shownAt("digits", { from: before.from, to: token.to }, before.text) : { kind: "dot" };
}

/** @type {Guesser} */
function tooManyEquals({ token, parent }) {
  if (!/^(=|not=|is)$/.test(token.text) || /^(Program|ClassDeclaration)$/.test(parent)) return null;
  return { kind: parent.startsWith("Call") ? "target" : "comparison" };
}

/** @type {Guesser} */
function parenthesis({ node, token }) {
  const open = around(node, ({ name, lastChild }) => PARENTHESES.has(name) && lastChild?.name !== ")");
  const opening = open?.getChild("(");
  if (opening) return shownAt("open-parenthesis", opening);
  return token.text === ")" ? { kind: "unexpected" } : null;
}

/** @type {Guesser} */
function halfStatement({ node, before, token }) {
  const loop = node.parent?.name === "RepeatStatement" ? node.parent : null;
  if (loop && before && !["times", "while", "until"].some((word) => loop.getChild(word))) return shownAt("times", before);
  const check = around(node, ({ name }) => name === "CheckStatement");
  const caught = check?.getChild("DetectClause") ?? check?.getChild("AlwaysClause")?.getChild("always");
  return check && !caught && token.text === "end" ? shownAt("check", openerOf(check)) : null;
}

/** @type {Guesser} */
function missingEnd({ node, token, text }) {
  if (token.text && !MEMBERS.has(token.text)) return null;
  const open = around(node, (block) => isBlock(block) && !endOf(block));
  if (!open || (token.text && open.name === "ClassDeclaration")) return null;
  const column = (/** @type {number} */ place) => place - text.lastIndexOf("\n", place - 1);
  const opener = openerOf(blockWithoutEnd(open, column));
  return shownAt("open-block", opener, text.slice(opener.from, opener.to));
}

/** Something stands where nothing like it may stand. @type {Guesser} */
function wrongPlace({ token, parent, node }) {
  if (CLOSERS.has(token.text)) return { kind: "stray" };
  if (/^(use|package)$/.test(token.text)) return { kind: "late" };
  if (!token.text) return { kind: "unfinished" };
  if (parent === "ClassDeclaration") return { kind: "member" };
  if (parent === "Program" && node.parent?.getChild("ClassDeclaration")) return { kind: "behind" };
  if (MEMBERS.has(token.text) || (parent === "Program" && node.prevSibling?.name.startsWith("Action"))) return { kind: "mixed" };
  return { kind: "unexpected" };
}

/** In the order in which they are asked; the last one always knows. @type {Guesser[]} */
export const GUESSES = [
  ({ text, token }) => (token.text ? strangeCharacters(text, token.from) : null),
  emptyProgram,
  missingPart,
  missingFollower,
  missingType,
  lonelyName,
  dot,
  ({ token, parent }) => (token.text === ">=" && parent === "TypeArguments" ? { kind: "glued" } : null),
  tooManyEquals,
  parenthesis,
  halfStatement,
  missingEnd,
  wrongPlace,
];
