import assert from "node:assert/strict";
import { test } from "node:test";

import { PositionSpeech } from "../src/js/announcer.js";

test("under five each step is spoken", () => {
  const speech = new PositionSpeech();
  const delays = [4, 3, 2, 1].map((position, i) => speech.delay(position, i * 6000));
  assert.deepEqual(delays, [0, 0, 0, 0]);
});

test("further back only each fifth step is spoken", () => {
  const speech = new PositionSpeech();
  const spoken = [];
  for (let position = 17; position >= 1; position -= 1) {
    if (speech.delay(position, (17 - position) * 6000) === 0) spoken.push(position);
  }
  assert.deepEqual(spoken, [17, 15, 10, 5, 4, 3, 2, 1]);
});

test("never more than once in five seconds; the rest waits for its turn", () => {
  const speech = new PositionSpeech();
  assert.equal(speech.delay(3, 0), 0);
  assert.equal(speech.delay(2, 1000), 4000);
  assert.equal(speech.delay(1, 5000), 0);
});

test("the same position is not spoken twice", () => {
  const speech = new PositionSpeech();
  speech.delay(3, 0);
  assert.equal(speech.delay(3, 60_000), Infinity);
});
