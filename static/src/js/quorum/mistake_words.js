// What the editor itself says of a mistake in the grammar: short, until the compiler's words come.

import { gettext, interpolate } from "../texts.js";

/** @typedef {import("./breaks.js").Mistake} Mistake */

const LONGEST_WORD = 30;

/** Asked only when a mistake is shown: the catalogue may come later than this file. @returns {Record<string, string>} */
function sentences() {
  return {
    alone: gettext("`%(word)s` alone does nothing. To call an action, write `()` behind it; to store a value, `=`."),
    behind: gettext("Nothing can stand behind the `end` of the class."),
    big: gettext("This integer is too big: the biggest one is 2147483647."),
    character: gettext("I do not know the character `%(word)s`."),
    check: gettext("This `check` needs a `detect` or an `always`."),
    comparison: gettext("I compare only two values at a time. Join comparisons with `and`."),
    deep: gettext("There is too much inside each other here for me."),
    digit: gettext("A name begins with a letter."),
    digits: gettext("I expected digits behind the point, such as `%(word)s.0`."),
    dot: gettext("Between an object and its action I expect a colon: `:`."),
    empty: gettext("Your program is empty."),
    expected: gettext("I expected `%(better)s` after `%(word)s`."),
    exponent: gettext("Write the number with a point, such as `1.0e3`."),
    glued: gettext("Write a space between `>` and `=`."),
    invisible: gettext("There is a character here that nobody can see. Delete it."),
    late: gettext("`%(word)s` lines stand at the top of the program."),
    letters: gettext("Names have only the letters A to Z, digits and `_`."),
    member: gettext("In a class, statements stand inside actions."),
    mixed: gettext("Statements and actions do not mix. Put the statements into `action Main`."),
    name: gettext("I expected a name after `%(word)s`."),
    needless: gettext("`%(word)s` is not needed: the block begins by itself."),
    "open-block": gettext("I found no `end` for this `%(word)s`."),
    "open-comment": gettext("This comment does not end. Write `*/` behind it."),
    "open-parenthesis": gettext("I found no `)` for this parenthesis."),
    "open-text": gettext('This text does not end. Write `"` behind it.'),
    operator: gettext("In Quorum, `%(word)s` is written `%(better)s`."),
    quotes: gettext('A text stands between straight quotes: `"`.'),
    reserved: gettext("`%(word)s` is a word of Quorum and cannot be a name."),
    stray: gettext("This `%(word)s` belongs to no block."),
    target: gettext("I can store a value under a name, or in one field of an object."),
    times: gettext("I expected `times` behind the number: `repeat 3 times`."),
    type: gettext("I expected a type after `%(word)s`."),
    underscore: gettext("A name cannot end with `_`."),
    unexpected: gettext("I did not expect `%(word)s` here."),
    unfinished: gettext("I expected more after this."),
    unknown: gettext("I do not know `%(word)s`."),
    untyped: gettext("Before `%(word)s` I expected a type, such as `integer`."),
    value: gettext("I expected a value after `%(word)s`."),
  };
}

/** @param {Mistake} mistake */
export function mistakeWords({ kind, word, better }) {
  const shown = word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word;
  return interpolate(sentences()[kind], { word: shown.replaceAll("`", "'"), better: better ?? "" });
}

/** Every kind of mistake that has words. */
export function knownKinds() {
  return Object.keys(sentences());
}
