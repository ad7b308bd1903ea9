import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const css = await readFile(new URL("../src/css/tokens.css", import.meta.url), "utf8");

/** The colours of a block of tokens.css, found by how it begins. */
function colours(opening) {
  const start = css.indexOf(opening);
  assert.notEqual(start, -1, opening);
  const block = css.slice(start + opening.length, css.indexOf("}", start));
  return Object.fromEntries([...block.matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
}

const LIGHT = colours("html:root {");
const DARK = colours(':root[data-theme="dark"] {');
const CONTRAST = colours(':root[data-theme="contrast"] {');

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const part = parseInt(hex.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

for (const [name, theme] of Object.entries({ LIGHT, DARK, CONTRAST })) {
  test(`${name}: every text can be read on every ground`, () => {
    for (const ground of ["surface", "raised", "sunken"]) {
      for (const role of ["text", "muted", "primary", "primary-strong", "ok", "wait", "fail"]) {
        const found = contrast(theme[role], theme[ground]);
        assert.ok(found >= 4.5, `${role} on ${ground}: ${found.toFixed(2)}`);
      }
      for (const role of ["line", "focus"]) {
        const found = contrast(theme[role], theme[ground]);
        assert.ok(found >= 3, `${role} on ${ground}: ${found.toFixed(2)}`);
      }
    }
  });
}

test("the switch and the system's wish give the same colours", () => {
  const wishes = css.split(":root:not([data-theme]) {").slice(1);
  const read = (text) => Object.fromEntries([...text.slice(0, text.indexOf("}")).matchAll(/--([a-z-]+): ([^;]+);/g)].map(([, n, v]) => [n, v]));
  assert.deepEqual(wishes.map(read), [DARK, CONTRAST]);
});
