import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { butterflyMarkup, onCurve } from "../src/js/butterfly.js";

test("a mission always has the same butterfly, and each its own", () => {
  assert.equal(butterflyMarkup(3), butterflyMarkup(3));
  const drawn = new Set(Array.from({ length: 40 }, (_, i) => butterflyMarkup(i + 1)));
  assert.equal(drawn.size, 40);
});

test("the wings are mirrored", () => {
  const [, right, left] = /<g>(.*)<\/g><g transform="scale\(-1 1\)">(.*?)<\/g>/.exec(butterflyMarkup(5));
  assert.equal(right, left);
});

test("every butterfly stays inside its frame", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    for (const [, path] of butterflyMarkup(seed).matchAll(/ d="([^"]*)"/g)) {
      for (const [, x, y] of path.matchAll(/(-?\d+\.?\d*) (-?\d+\.?\d*)/g)) {
        assert.ok(Math.abs(x) <= 56 && Math.abs(y) <= 46, `${seed}: ${x} ${y}`);
      }
    }
  }
});

test("a curve begins at its first point and ends at its last", () => {
  const curve = [[0, 1], [5, 5], [6, 6], [9, 2]];
  assert.deepEqual([onCurve(curve, 0), onCurve(curve, 1)], [[0, 1], [9, 2]]);
});

test("the butterfly in the templates is the one the code draws", async () => {
  const kept = await readFile(new URL("../../templates/parts/big_butterfly.html", import.meta.url), "utf8");
  assert.equal(kept.trim(), butterflyMarkup(1));
});
