// Runs translated programs on real MicroPython (WebAssembly), one after the other in one interpreter,
// as a board does it: the files of device/board lie in its file system, each program gets a fresh
// namespace. Reads the request as JSON from standard input, writes the answer to standard output.
//
// Request: {"files": {path: base64}, "setup": text, "programs": [{"before": text, "text": text}]}
// Answer: {"output": [[line]], "heap": [bytes]}, for each program its lines of standard output and
// what lies on the heap after it.

import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import { readFileSync } from "node:fs";

/** @type {string[]} */
let lines = [];

const request = JSON.parse(readFileSync(0, "utf8"));
const micropython = await loadMicroPython({
  linebuffer: true,
  stdout: (/** @type {string} */ line) => lines.push(line),
  stderr: (/** @type {string} */ line) => lines.push(line),
});

for (const [path, content] of Object.entries(request.files)) {
  const folders = path.split("/").slice(0, -1);
  folders.forEach((_, depth) => {
    const folder = "/" + folders.slice(0, depth + 1).join("/");
    if (!micropython.FS.analyzePath(folder).exists) micropython.FS.mkdir(folder);
  });
  micropython.FS.writeFile("/" + path, Buffer.from(content, "base64"));
}
micropython.runPython("import sys\nsys.path.insert(0, '/')");
micropython.runPython(request.setup);

const garbage = micropython.pyimport("gc");
const answer = { output: /** @type {string[][]} */ ([]), heap: /** @type {number[]} */ ([]) };
for (const program of request.programs) {
  lines = [];
  micropython.globals.set("before", program.before);
  micropython.globals.set("text", program.text);
  try {
    micropython.runPython("exec(before)");
    micropython.runPython('exec(compile(text, "<stdin>", "exec"), {"__name__": "__main__"})');
  } catch (error) {
    lines.push(String(error));
  }
  answer.output.push(lines);
  // Garbage goes only between two entries from JavaScript.
  garbage.collect();
  answer.heap.push(garbage.mem_alloc());
}
process.stdout.write(JSON.stringify(answer));
