// Quorum for CodeMirror: colours and indentation, word by word.

import { StreamLanguage } from "@codemirror/language";

const KEYWORDS = new Set(
  ("action alert always and blueprint cast check class constant create detect else elseif end if " +
    "input is me mod not now on or output package parent private public repeat return returns say " +
    "shared system times until use while").split(" "),
);
const TYPES = new Set(["integer", "number", "text", "boolean"]);
const VALUES = new Set(["true", "false", "undefined"]);
/** Each of these is closed by an `end`. */
const OPENERS = new Set(["if", "repeat", "check", "class", "action", "create"]);
const MIDDLES = /^\s*(end|else|elseif|detect|always)\b/;

export const WORDS = [...KEYWORDS, ...TYPES, ...VALUES].sort();

/** @typedef {{depth: number, inComment: boolean, inText: boolean, bodyless: boolean, path: boolean}} State */

/**
 * Follows one word: how many blocks are open after it.
 * @param {string} word
 * @param {State} state
 */
export function followWord(word, state) {
  if (word === "end") state.depth = Math.max(0, state.depth - 1);
  else if (OPENERS.has(word) && !(word === "action" && state.bodyless)) state.depth += 1;
  // `system action ...` and `blueprint action ...` have a head only.
  state.bodyless = word === "system" || word === "blueprint";
}

/** @type {import("@codemirror/language").StreamParser<State>} */
export const quorumMode = {
  name: "quorum",
  startState: () => ({ depth: 0, inComment: false, inText: false, bodyless: false, path: false }),
  copyState: (state) => ({ ...state }),
  token(stream, state) {
    if (state.inComment) {
      state.inComment = !stream.match(/^.*?\*\//);
      if (state.inComment) stream.skipToEnd();
      return "comment";
    }
    if (state.inText || stream.peek() === '"') {
      if (!state.inText) stream.next();
      state.inText = !stream.match(/^[^"]*"/);
      if (state.inText) stream.skipToEnd();
      return "string";
    }
    if (stream.sol()) state.path = false;
    if (stream.eatSpace()) return null;
    if (stream.match("//")) {
      stream.skipToEnd();
      return "comment";
    }
    if (stream.match("/*")) {
      state.inComment = true;
      return "comment";
    }
    if (stream.match(/^\d+(\.\d+(e[+-]?\d+)?)?/)) return "number";
    const word = stream.match(/^[A-Za-z][A-Za-z0-9_]*/);
    if (word) return wordStyle(/** @type {RegExpMatchArray} */ (word)[0], state, stream);
    if (stream.match("not=") || stream.match(/^(>=|<=|[=<>+\-*/])/)) return "operator";
    stream.next();
    return null;
  },
  indent(state, textAfter, context) {
    if (state.inComment || state.inText) return null;
    const depth = MIDDLES.test(textAfter) ? state.depth - 1 : state.depth;
    return Math.max(0, depth) * context.unit;
  },
  languageData: {
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    indentOnInput: /^\s*(end|else|elseif|detect|always)$/,
    closeBrackets: { brackets: ["(", '"'] },
  },
};

/**
 * @param {string} word
 * @param {State} state
 * @param {import("@codemirror/language").StringStream} stream
 */
function wordStyle(word, state, stream) {
  // In `use Libraries.Robots.M5Stack.Screen` no part is a keyword or a call.
  if (state.path && word !== "use") return "namespace";
  if (word === "use" || word === "package") state.path = true;
  if (word === "not" && stream.eat("=")) return "operator";
  if (TYPES.has(word)) return "typeName";
  if (VALUES.has(word)) return "atom";
  if (KEYWORDS.has(word)) {
    followWord(word, state);
    return "keyword";
  }
  if (stream.match(/^\s*\(/, false)) return "variableName.function";
  if (/^[A-Z][A-Z0-9_]+$/.test(word)) return "atom"; // a constant such as color:RED
  return /^[A-Z]/.test(word) ? "className" : "variableName";
}

export const quorumLanguage = StreamLanguage.define(quorumMode);
