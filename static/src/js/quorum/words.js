// Quorum's own words, as the grammar has them.

import { parser } from "./quorum.grammar";

export const WORDS = parser.nodeSet.types
  .map((type) => type.name)
  .filter((name) => /^[a-z]+$/.test(name))
  .sort();

export const RESERVED = new Set(WORDS);
