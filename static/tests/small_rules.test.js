import assert from "node:assert/strict";
import { test } from "node:test";

import { Draft } from "../src/js/draft.js";
import { allowedSize } from "../src/js/editor_tools.js";
import { fittingFactor } from "../src/js/fit_text.js";
import { outputLines } from "../src/js/output_view.js";
import { isWarning, verdict } from "../src/js/problems_view.js";
import { columnsFor } from "../src/js/ranking_view.js";
import { ResultView, readEntries } from "../src/js/result_view.js";
import { laterBy } from "../src/js/run_view.js";
import { standingRows } from "../src/js/standing_view.js";

function shelf() {
  const kept = new Map();
  return { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: (k) => kept.delete(k), kept };
}

test("a draft belongs to one person and one mission", () => {
  const place = shelf();
  new Draft("7", "3", place).keep("mine", "sent");
  assert.equal(new Draft("7", "3", place).differingFrom("sent"), "mine");
  assert.equal(new Draft("8", "3", place).differingFrom("sent"), null);
  assert.equal(new Draft("7", "4", place).differingFrom("sent"), null);
});

test("a text that was sent needs no draft", () => {
  const place = shelf();
  const draft = new Draft("7", "3", place);
  draft.keep("mine", "sent");
  draft.keep("sent", "sent");
  assert.equal(place.kept.size, 0);
});

test("a full or forbidden storage does not stop the editor", () => {
  const refuse = () => {
    throw new Error("QuotaExceededError");
  };
  const draft = new Draft("7", "3", { getItem: refuse, setItem: refuse, removeItem: refuse });
  draft.keep("a", "b");
  draft.forget();
  assert.equal(draft.differingFrom("b"), null);
});

test("letters in the editor are 12 to 28 pixels high", () => {
  assert.deepEqual([2, 12, 16, 28, 60, NaN].map(allowedSize), [12, 12, 16, 28, 28, 16]);
});

test("a long name is made smaller down to seven tenths, then cut", () => {
  assert.equal(fittingFactor(80, 100), 1);
  assert.equal(fittingFactor(125, 100), 0.8);
  assert.equal(fittingFactor(400, 100), 0.7);
  assert.equal(fittingFactor(400, 0), 1);
});

test("thirty students stand in two columns of fifteen, ten in one", () => {
  assert.deepEqual(columnsFor(30), { dense: true, rows: 15 });
  assert.deepEqual(columnsFor(11), { dense: true, rows: 6 });
  assert.deepEqual(columnsFor(10), { dense: false, rows: 10 });
  assert.deepEqual(columnsFor(0), { dense: false, rows: 1 });
});

test("the short ranking shows the first five and oneself", () => {
  const ranking = Array.from({ length: 9 }, (_, i) => ({ user: i + 1, rank: i + 1, name: "", points: 0, solved: 0 }));
  assert.deepEqual(standingRows(ranking, 8).map(({ user }) => user), [1, 2, 3, 4, 5, 8]);
  assert.deepEqual(standingRows(ranking, 2).map(({ user }) => user), [1, 2, 3, 4, 5]);
});

test("output and what a program prints by itself are lines of output", () => {
  assert.deepEqual(outputLines([["output", "a"], ["screen", "clear", 0], ["plain", "b"]]), ["a", "b"]);
});

test("a picture's entries are read from a list or from a text that holds one", () => {
  assert.deepEqual(readEntries('[["light",-1,0]]'), [["light", -1, 0]]);
  assert.deepEqual(readEntries('"[[\\"light\\",-1,0]]"'), [["light", -1, 0]]);
  assert.deepEqual(readEntries(""), []);
});

test("an older rendering of a result does not replace a newer one", async () => {
  const answers = [];
  const region = { innerHTML: "", querySelector: () => null, querySelectorAll: () => [] };
  const view = new ResultView(region, "/submissions/0/", (url) => new Promise((answer) => answers.push({ url, answer })));
  const both = [view.refresh(41), view.refresh(41)];
  assert.equal(answers[0].url, "/submissions/41/?fragment=1");
  answers[1].answer({ ok: true, text: async () => "new" });
  answers[0].answer({ ok: true, text: async () => "old" });
  assert.deepEqual(await Promise.all(both), [false, true]);
  assert.equal(region.innerHTML, "new");
});

test("a student's own end is that of the run and the extra time", () => {
  assert.equal(laterBy("2026-01-01T10:00:00+00:00", 0), "2026-01-01T10:00:00+00:00");
  assert.equal(laterBy("2026-01-01T10:00:00+00:00", 300_000), "2026-01-01T10:05:00.000Z");
});

test("advice is counted apart from what stops a program", () => {
  const mistake = { severity: "error" };
  const advice = { severity: "warning" };
  assert.deepEqual([mistake, advice].map(isWarning), [false, true]);
  assert.equal(verdict([]), "No problem found.");
  assert.equal(verdict([advice]), "No problem found. 1 piece of advice.");
  assert.equal(verdict([advice, advice]), "No problem found. 2 pieces of advice.");
  assert.equal(verdict([mistake]), "1 problem");
});
