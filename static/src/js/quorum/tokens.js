// Words, signs and texts of a program one by one, for saying what stands where the grammar breaks.

/** @typedef {{from: number, to: number, text: string}} Token */

const TOKEN = /"[^"]*"|[A-Za-z_]\w*|[0-9]+(?:\.[0-9]+(?:e[+-]?[0-9]+)?)?|not=|>=|<=|[^]/uy;
const BLANK = /(?:[ \t\v\r\n]|\/\/[^\r\n]*|\/\*[^]*?\*\/)*/y;

/** The first place from here on that is no white space and no comment. @param {string} text @param {number} place */
export function skipBlanks(text, place) {
  BLANK.lastIndex = place;
  BLANK.test(text);
  return BLANK.lastIndex;
}

/** The token that begins here; an empty one at the end. @param {string} text @param {number} from @returns {Token} */
export function tokenAt(text, from) {
  TOKEN.lastIndex = from;
  const found = TOKEN.exec(text)?.[0] ?? "";
  return { from, to: from + found.length, text: found };
}

/** The tokens between two places; the first one begins at `from`. @param {string} text @param {number} from @param {number} to */
export function tokensBetween(text, from, to) {
  const tokens = [];
  for (let place = skipBlanks(text, from); place < to; ) {
    const token = tokenAt(text, place);
    tokens.push(token);
    place = skipBlanks(text, token.to);
  }
  return tokens;
}
