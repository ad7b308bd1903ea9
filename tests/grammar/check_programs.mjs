// Looks for the first mistake of each program as the editor does.
// Standard input: JSON, a list of programs. Standard output: JSON, for each of them the place where
// its grammar breaks first (in UTF-16 units), null where it does not, and the kind of the mistake.

import { readFileSync } from "node:fs";

import { quorumLanguage } from "../../static/src/js/quorum/language.js";
import { firstMistake } from "../../static/src/js/quorum/mistakes.js";

const programs = JSON.parse(readFileSync(0, "utf8"));
const answers = programs.map((/** @type {string} */ text) => {
  const mistake = firstMistake(quorumLanguage.parser.parse(text), text);
  return { at: mistake?.at ?? null, kind: mistake?.kind ?? "" };
});

process.stdout.write(JSON.stringify(answers));
