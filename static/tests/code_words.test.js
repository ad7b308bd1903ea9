import assert from "node:assert/strict";
import test from "node:test";

import { plainWords } from "../src/js/code_words.js";

test("a message is said without the marks around program text", () => {
  assert.equal(plainWords("I do not know `ouput`. Write `output`."), "I do not know ouput. Write output.");
});

test("a mark that stands alone stays", () => {
  assert.equal(plainWords("the character ` is none of Quorum's"), "the character ` is none of Quorum's");
});
