import assert from "node:assert/strict";
import { test } from "node:test";

import { AlertSpeech, partsToReplace } from "../src/js/desk_refresh.js";

const shown = new Map([["queue", "Ada"], ["boards", "ready"]]);

test("only what has changed is replaced", () => {
  const fresh = new Map([["queue", "Ada, Blaise"], ["boards", "ready"]]);
  assert.deepEqual(partsToReplace(shown, fresh, () => false), ["queue"]);
});

test("a part that somebody uses waits", () => {
  const fresh = new Map([["queue", "Ada, Blaise"], ["boards", "busy"]]);
  assert.deepEqual(partsToReplace(shown, fresh, (part) => part === "queue"), ["boards"]);
});

test("an alert is spoken once, and again when it comes back", () => {
  const speech = new AlertSpeech(["1"]);
  assert.equal(speech.news([["1", "old"]]), "");
  assert.equal(speech.news([["1", "old"], ["2", "Board lost."]]), "Board lost.");
  assert.equal(speech.news([["1", "old"], ["2", "Board lost."]]), "");
  speech.news([]);
  assert.equal(speech.news([["2", "Board lost."]]), "Board lost.");
});
