// Real MicroPython (WebAssembly) at the end of a TCP port: a raw REPL that we did not write.
// One client at a time; the port is printed as "listening on HOST:PORT". Ends with its standard input.
//
// The interpreter handles every byte as on a board. What a board does around it is done here: a soft
// reset starts the interpreter again over the same files, and leaves it in the mode in which it was.

import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import { createServer } from "node:net";

const CTRL_A = 1;
const CTRL_B = 2;
const FORCED_EXIT = 256; // PYEXEC_FORCED_EXIT: Ctrl-D on an empty line, or SystemExit
const HEAP_BYTES = 4 * 1024 * 1024;
const STACK_BYTES = 8 * 1024;

/** @type {import("node:net").Socket | null} */
let client = null;
/** @type {number[]} */
let output = [];
let raw = false;

const micropython = await loadMicroPython({
  heapsize: HEAP_BYTES,
  pystack: STACK_BYTES,
  linebuffer: false,
  stdout: (/** @type {Uint8Array} */ bytes) => output.push(...bytes),
  stderr: (/** @type {Uint8Array} */ bytes) => output.push(...bytes),
});
micropython.replInit();

function flush() {
  client?.write(Buffer.from(output));
  output = [];
}

function softReset() {
  output.push(...Buffer.from("MPY: soft reboot\r\n"));
  const sizes = [STACK_BYTES, HEAP_BYTES];
  micropython._module.ccall("mp_js_init", "null", ["number", "number"], sizes);
  micropython._module.ccall("proxy_c_init", "null", [], []);
  micropython.replInit();
  if (raw) micropython.replProcessChar(CTRL_A);
}

/** @param {Buffer} data */
function take(data) {
  for (const byte of data) {
    if (byte === CTRL_A) raw = true;
    if (byte === CTRL_B) raw = false;
    if (micropython.replProcessChar(byte) & FORCED_EXIT) softReset();
    flush();
  }
}

const server = createServer((socket) => {
  if (client) {
    socket.destroy();
    return;
  }
  client = socket;
  socket.setNoDelay(true);
  socket.on("data", take);
  socket.on("error", () => socket.destroy());
  socket.on("close", () => (client = null));
  flush();
});
server.listen(0, "127.0.0.1", () => {
  const { address, port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  console.log(`listening on ${address}:${port}`);
});
process.stdin.on("end", () => process.exit(0)).resume();
