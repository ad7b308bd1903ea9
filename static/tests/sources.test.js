// What a reader of the sources would have to check by eye, page by page.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { LUCIDE, OWN } from "../src/icons/index.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function sources(folder, ending) {
  const names = await readdir(path.join(root, folder), { recursive: true });
  const wanted = names.filter((name) => name.endsWith(ending));
  return Promise.all(wanted.map(async (name) => [name, await readFile(path.join(root, folder, name), "utf8")]));
}

const templates = await sources("templates", ".html");
const scripts = await sources("static/src/js", ".js");
const styles = await sources("static/src/css", ".css");

test("pages keep to the Content-Security-Policy: no inline script, handler or style", () => {
  for (const [name, text] of templates) {
    assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)(?![^>]*application\/json)/, name);
    assert.doesNotMatch(text, /<style|\sstyle=|\son[a-z]+=/, name);
  }
});

test("pages and styles fetch nothing from elsewhere", () => {
  for (const [name, text] of [...templates, ...styles]) {
    assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\/|url\(["']?(?:https?:)?\/\//, name);
  }
});

test("every icon that is named exists", () => {
  const known = new Set([...Object.keys(LUCIDE), ...OWN, "butterfly"]);
  for (const [file, text] of templates) {
    for (const [, name] of text.matchAll(/icon\.html" with name="([^"]+)"/g)) assert.ok(known.has(name), `${file}: ${name}`);
  }
  for (const [file, text] of scripts) {
    for (const [, name] of text.matchAll(/\bicon\("([^"]+)"\)/g)) assert.ok(known.has(name), `${file}: ${name}`);
  }
  for (const state of ["waiting", "running", "passed", "failed", "error", "timeout", "cancelled", "locked", "done"]) {
    assert.ok(known.has(`state-${state}`), state);
  }
});

test("nothing on the projector is smaller than 2.8 hundredths of its height", () => {
  const [, beamer] = styles.find(([name]) => name === "beamer.css");
  const sizes = [...beamer.matchAll(/(?:font-size|--small|--name): ([\d.]+)vh/g)].map(([, size]) => Number(size));
  assert.ok(sizes.length > 5);
  assert.ok(Math.min(...sizes) >= 2.8);
});

test("colours stand in tokens.css alone; what belongs to the board is black", () => {
  for (const [name, text] of styles) {
    if (name === "tokens.css") continue;
    const found = [...text.matchAll(/#[0-9a-f]{3,8}\b/gi)].map(([color]) => color);
    assert.deepEqual(found.filter((color) => color !== "#000000" && !/^#(header|site|user|logout)/.test(color)), [], name);
  }
});

test("scripts stay small enough to be read at once", () => {
  for (const [name, text] of scripts) assert.ok(text.split("\n").length <= 165, name);
});
