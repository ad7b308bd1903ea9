// Turns Lezer grammars into parsers when they are imported: by the build (esbuild) and by Node.

import { buildParserFile } from "@lezer/generator";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const GRAMMAR = /\.grammar$/;

/** The parser as a JavaScript module. A grammar that is ambiguous or wrong throws. @param {string} file */
async function compileGrammar(file) {
  const text = await readFile(file, "utf8");
  const warn = (/** @type {string} */ message) => {
    throw new Error(message);
  };
  return buildParserFile(text, { fileName: file, warn }).parser;
}

/** For esbuild. @type {import("esbuild").Plugin} */
export const grammars = {
  name: "grammars",
  setup(build) {
    build.onLoad({ filter: GRAMMAR }, async ({ path }) => ({ contents: await compileGrammar(path), loader: "js" }));
  },
};

/** For Node, as a module loader (see with_grammars.mjs). @type {import("node:module").LoadHook} */
export async function load(url, context, nextLoad) {
  if (!GRAMMAR.test(url)) return nextLoad(url, context);
  return { format: "module", source: await compileGrammar(fileURLToPath(url)), shortCircuit: true };
}
