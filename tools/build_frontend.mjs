// The one build step of the pages: static/src -> static/build (npm run build; --watch to repeat).
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

import { LUCIDE, OWN } from "../static/src/icons/index.mjs";
import { BODY, butterflyMarkup, wingShapes } from "../static/src/js/butterfly.js";
import { grammars } from "./grammar.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const source = path.join(root, "static/src");
const target = path.join(root, "static/build");
const BROWSERS = ["chrome107", "edge107", "firefox104", "safari16"];

/**
 * style-mod, which carries CodeMirror's styles, writes a <style> element into documents. A strict
 * Content-Security-Policy forbids that; constructed style sheets are allowed, and style-mod has
 * them too, but only for shadow roots. This lets documents use them as well.
 * @type {esbuild.Plugin}
 */
const constructedStyleSheets = {
  name: "constructed-style-sheets",
  setup(build) {
    build.onLoad({ filter: /style-mod[\\/]src[\\/]style-mod\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, "utf8");
      const condition = "!root.head && root.adoptedStyleSheets";
      if (!text.includes(condition)) throw new Error(`style-mod has changed: ${condition} is gone`);
      return { contents: text.replace(condition, "root.adoptedStyleSheets"), loader: "js" };
    });
  },
};

/** @type {esbuild.BuildOptions} */
const common = { bundle: true, minify: true, sourcemap: false, target: BROWSERS, outdir: target };

/** @type {esbuild.BuildOptions} */
const modules = {
  ...common,
  format: "esm",
  splitting: true,
  entryPoints: {
    portal: `${source}/js/portal.js`,
    beamer: `${source}/js/beamer.js`,
    desk: `${source}/js/desk.js`,
    examination: `${source}/js/examination.js`,
  },
  chunkNames: "[name]-[hash]",
  plugins: [constructedStyleSheets, grammars],
};

/** Runs in <head> before the first paint, so it is no module. @type {esbuild.BuildOptions} */
const theme = { ...common, format: "iife", entryPoints: { theme: `${source}/js/theme.js` } };

/** @type {esbuild.BuildOptions} */
const styles = {
  ...common,
  entryPoints: { app: `${source}/css/app.css`, admin: `${source}/css/admin.css` },
  nodePaths: [path.join(root, "node_modules")],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]-[hash]",
};

/** One file with all icons, used as `icons.svg#name`. */
async function writeIcons() {
  const files = [
    ...Object.entries(LUCIDE).map(([name, lucide]) => [
      name,
      path.join(root, "node_modules/lucide-static/icons", `${lucide}.svg`),
    ]),
    ...OWN.map((name) => [name, path.join(source, "icons", `${name}.svg`)]),
  ];
  const symbols = await Promise.all(
    files.map(async ([name, file]) => {
      const text = await readFile(file, "utf8");
      const [, attributes, body] = /<svg([^>]*)>(.*)<\/svg>/s.exec(text) ?? [];
      if (body === undefined) throw new Error(`${file} is no SVG picture`);
      const kept = [...attributes.matchAll(/(viewBox|fill|stroke[-a-z]*)="[^"]*"/g)];
      const shapes = body.replace(/\s*\n\s*/g, "");
      return `<symbol id="${name}" ${kept.map(([pair]) => pair).join(" ")}>${shapes}</symbol>`;
    }),
  );
  symbols.push(brandSymbol());
  await writeFile(
    path.join(target, "icons.svg"),
    `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`,
  );
}

/** The first mission's butterfly in one colour, small beside the name of the site. */
function brandSymbol() {
  const wings = wingShapes(1).filter(({ attributes }) => attributes.class.startsWith("wing"));
  const paths = wings.map(({ attributes }) => `<path d="${attributes.d}"/>`).join("");
  return (
    `<symbol id="butterfly" viewBox="-48 -38 96 72" fill="currentColor">` +
    `<g fill-opacity=".85">${paths}<g transform="scale(-1 1)">${paths}</g></g><path d="${BODY}"/></symbol>`
  );
}

/** The picture in the browser's tab: the first mission's butterfly, coloured by itself. */
async function writeFavicon() {
  const colours =
    "<style>.wing{fill:#1d4ed8}.wing-hind{fill-opacity:.75}.edge,.antenna{fill:none;stroke:#0b1a4a;" +
    "stroke-width:3}.vein{display:none}.spot{fill:#fff}.body{fill:#0b1a4a}" +
    "@media(prefers-color-scheme:dark){.wing{fill:#8ab0ff}.edge,.antenna{stroke:#dfe7ff}" +
    ".body{fill:#dfe7ff}}</style>";
  const text = butterflyMarkup(1).replace("<g>", `${colours}<g>`);
  await writeFile(path.join(target, "favicon.svg"), `${text}\n`);
}

async function reportSizes() {
  for (const name of (await readdir(target)).sort()) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const bytes = await readFile(path.join(target, name));
    const kilobytes = (/** @type {number} */ size) => `${(size / 1024).toFixed(1)} KB`;
    const zipped = gzipSync(bytes, { level: 9 }).length;
    console.log(`${name.padEnd(28)}${kilobytes(bytes.length).padStart(10)}${kilobytes(zipped).padStart(10)} gzip`);
  }
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await Promise.all([writeIcons(), writeFavicon()]);
if (process.argv.includes("--watch")) {
  for (const options of [modules, theme, styles]) {
    await (await esbuild.context({ ...options, logLevel: "info" })).watch();
  }
} else {
  await Promise.all([modules, theme, styles].map((options) => esbuild.build(options)));
  await reportSizes();
}
