// Characters that no rule of Quorum knows: other languages' operators, word processors' quotes, ...

/** @typedef {{kind: string, from: number, to: number, word: string, better?: string}} Found */

const FOREIGN = /===|!==|==|!=|=>|=<|:=|[-+*/]=|\+\+|\*\*|&&?|\|\|?|%|!/y;
/** @type {Record<string, string>} */
const BETTER = {
  "===": "=", "==": "=", ":=": "=", "!==": "not=", "!=": "not=", "=>": ">=", "=<": "<=",
  "&": "and", "&&": "and", "|": "or", "||": "or", "%": "mod", "!": "not",
  "×": "*", "∗": "*", "·": "*", "÷": "/", "∕": "/", "⁄": "/", "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-",
  "≤": "<=", "≥": ">=", "≠": "not=",
};
const WORD = /[\p{L}\p{N}_\u0300-\u036f]/u;
const LONG_WORD = /[\p{L}\p{N}_\u0300-\u036f]*/uy;
const INVISIBLE = /^[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]$/u;
const DOUBLE_QUOTES = /[“”„‟«»″＂❝❞〝〞]/;
const SINGLE_QUOTES = /[‘’‚‛'`´′‹›]/;
const KNOWN = /[\w \t\v\r\n"+\-*/=<>(),.:]/;

/**
 * What is wrong with the characters at a place where no rule goes on, if it is the characters.
 * @param {string} text
 * @param {number} at
 * @returns {Found | null}
 */
export function strangeCharacters(text, at) {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 32);
  if (character === '"') return brokenText(text, at);
  const comment = ["/*", "*"].some((sign) => text.startsWith(sign, at)) ? text.lastIndexOf("/", at) : -1;
  if (comment >= at - 1 && comment >= 0 && text.startsWith("/*", comment)) {
    return { kind: "open-comment", from: comment, to: comment + 2, word: "" };
  }
  const to = at + character.length;
  const foreign = foreignOperator(text, at);
  if (foreign) return foreign;
  if (BETTER[character]) return { kind: "operator", from: at, to, word: character, better: BETTER[character] };
  if (DOUBLE_QUOTES.test(character) || SINGLE_QUOTES.test(character)) return { kind: "quotes", from: at, to, word: character };
  if (KNOWN.test(character)) return null;
  if (WORD.test(character)) return foreignWord(text, at);
  if (INVISIBLE.test(character)) return { kind: "invisible", from: at, to, word: "" };
  return { kind: "character", from: at, to, word: character };
}

/** The first sign of it may have been read as one of Quorum's own. @param {string} text @param {number} at @returns {Found | null} */
function foreignOperator(text, at) {
  for (const from of [Math.max(0, at - 1), at]) {
    FOREIGN.lastIndex = from;
    const word = FOREIGN.exec(text)?.[0] ?? "";
    if (from + word.length > at) return { kind: BETTER[word] ? "operator" : "unknown", from, to: from + word.length, word, better: BETTER[word] };
  }
  return null;
}

/** @param {string} text @param {number} at @returns {Found} */
function foreignWord(text, at) {
  let from = at;
  while (from > 0 && WORD.test(text[from - 1])) from -= 1;
  LONG_WORD.lastIndex = at;
  LONG_WORD.test(text);
  return { kind: "letters", from, to: LONG_WORD.lastIndex, word: text.slice(from, LONG_WORD.lastIndex) };
}

/**
 * A text without its second quote, with a wrong one in its place, or with half of a character.
 * @param {string} text
 * @param {number} from
 * @returns {Found | null}
 */
function brokenText(text, from) {
  const end = text.indexOf('"', from + 1);
  const content = end < 0 ? /[^\r\n]*/.exec(text.slice(from))?.[0] ?? "" : text.slice(from, end);
  const place = content.search(end < 0 ? DOUBLE_QUOTES : /\p{Cs}/u);
  if (place >= 0) {
    const kind = end < 0 ? "quotes" : "invisible";
    return { kind, from: from + place, to: from + place + 1, word: "" };
  }
  return end < 0 ? { kind: "open-text", from, to: from + content.length, word: "" } : null;
}
