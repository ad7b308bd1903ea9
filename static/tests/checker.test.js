import assert from "node:assert/strict";
import { test } from "node:test";

import { Checker, columnOffset } from "../src/js/checker.js";

function setUp() {
  const questions = [];
  const shown = [];
  const told = [];
  const timers = new Map();
  let next = 0;
  const checker = new Checker({
    ask: (code) => new Promise((answer, fail) => questions.push({ code, answer, fail })),
    show: (problems) => shown.push(problems),
    tell: (state) => told.push(state),
    setTimer: (work, ms) => (timers.set((next += 1), { work, ms }), next),
    clearTimer: (timer) => timers.delete(timer),
  });
  const pause = () => {
    for (const [id, { work }] of timers) {
      timers.delete(id);
      work();
    }
  };
  return { checker, questions, shown, told, timers, pause, settle: () => new Promise(setImmediate) };
}

test("it asks once when typing pauses for 300 milliseconds", () => {
  const { checker, questions, timers, pause } = setUp();
  for (const code of ["o", "ou", "out"]) checker.changed(code);
  assert.deepEqual([...timers.values()].map(({ ms }) => ms), [300]);
  pause();
  assert.deepEqual(questions.map(({ code }) => code), ["out"]);
});

test("an answer to an older text is dropped", async () => {
  const { checker, questions, shown, pause, settle } = setUp();
  checker.changed("first");
  pause();
  checker.changed("second");
  pause();
  questions[1].answer(["about second"]);
  questions[0].answer(["about first"]);
  await settle();
  assert.deepEqual(shown, [["about second"]]);
});

test("a server out of reach is said, and the problems on the page stay", async () => {
  const { checker, questions, shown, told, pause, settle } = setUp();
  checker.changed("x");
  pause();
  questions[0].fail(new Error("no network"));
  await settle();
  assert.deepEqual(shown, []);
  assert.deepEqual(told, ["asking", "failed"]);
});

test("columns count characters, also where a character takes two units", () => {
  assert.equal(columnOffset('output "🦋" + x', 13), 13);
  assert.equal(columnOffset("abc", 1), 0);
  assert.equal(columnOffset("abc", 99), 3);
});
