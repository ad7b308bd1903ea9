import assert from "node:assert/strict";
import { test } from "node:test";

import { QueueView } from "../src/js/queue_view.js";

/** The student's page with a server that renders what the test says. */
function setUp({ shown = null, now = () => 0 } = {}) {
  const listeners = {};
  const log = [];
  let rendered = shown;
  let server = shown;
  const socket = { state: {}, online: true, subscribe: (kind, listener) => (listeners[kind] = listener) };
  const result = {
    own: () => rendered,
    refresh: async (id) => {
      rendered = { id, status: server.status };
      log.push(`shows ${id} ${server.status}`);
      return true;
    },
    spoken: () => `result ${rendered.status}`,
    setQueueText: (text) => log.push(`text: ${text}`),
  };
  const output = { start: () => log.push("live begins"), end: () => log.push("live ends"), add: (e) => log.push(`live ${e.length}`) };
  const announcer = { polite: (text) => text && log.push(`says: ${text}`), assertive: () => {} };
  const view = new QueueView({ socket, result, output, announcer, now });
  const hear = async (kind, news) => {
    listeners[kind](news, socket.state);
    await new Promise(setImmediate);
  };
  return {
    view, log, hear, socket,
    serverHas: (status) => (server = { status }),
    state: (state, snapshot = false) => {
      Object.assign(socket.state, state);
      return hear("state", { snapshot });
    },
    take: () => log.splice(0),
  };
}

const waiting = (submission, position) => ({ queue: { waiting: [{ submission, position, wait_s: [20, 40] }] }, running: null });

test("a sent program is told its place at once", async () => {
  const { view, serverHas, take } = setUp();
  serverHas("waiting");
  await view.sent({ id: 41, position: 3, wait: [20, 40] });
  assert.deepEqual(take(), ["says: You are number 3 in the queue. 20 to 40 more seconds.", "shows 41 waiting"]);
});

test("the place on the page follows the queue", async () => {
  const { state, take } = setUp({ shown: { id: 41, status: "waiting" } });
  await state(waiting(41, 2));
  assert.ok(take().includes("text: You are number 2 in the queue. 20 to 40 more seconds."));
});

test("a pause is written and spoken once, and so is its end", async () => {
  const { state, take } = setUp({ shown: { id: 41, status: "waiting" } });
  const paused = waiting(41, 1);
  paused.queue.paused = true;
  const sentence = "The teacher has paused the queue; your program keeps its place.";
  await state(waiting(41, 1));
  take();
  await state(paused);
  await state(paused);
  const told = take();
  assert.ok(told.includes(`text: You are next. ${sentence}`));
  assert.equal(told.filter((line) => line === `says: ${sentence}`).length, 1);
  await state(waiting(41, 1));
  assert.ok(take().includes("says: The queue goes on."));
});

test("a place that comes nearer in a pause is spoken without the pause and without a guess", async () => {
  let now = 0;
  const { state, take } = setUp({ shown: { id: 41, status: "waiting" }, now: () => now });
  const paused = waiting(41, 3);
  paused.queue.paused = true;
  await state(paused);
  take();
  now = 60_000;
  paused.queue.waiting[0].position = 2;
  await state(paused);
  const told = take().filter((line) => line.startsWith("says"));
  assert.deepEqual(told, ["says: You are number 2 in the queue."]);
});

test("what the teacher changes after the end is spoken, and only then", async () => {
  const { hear, serverHas, take, view } = setUp({ shown: { id: 41, status: "passed" } });
  serverHas("passed");
  await hear("submission.changed", { payload: { submission: { id: 41, status: "passed" } } });
  assert.deepEqual(take().filter((line) => line.startsWith("says")), []);
  view.parts.result.spoken = () => "Your teacher has declared this result invalid.";
  await hear("submission.changed", { payload: { submission: { id: 41, status: "passed" } } });
  assert.deepEqual(take().filter((line) => line.startsWith("says")), [
    "says: Your teacher has declared this result invalid.",
  ]);
});

test("who wants to know is told whether the program waits", async () => {
  const { view, hear, serverHas } = setUp();
  const seen = [];
  view.followOwn((own) => seen.push(own?.status ?? "none"));
  serverHas("waiting");
  await view.sent({ id: 41, position: 1, wait: [0, 5] });
  serverHas("running");
  await hear("submission.changed", { payload: { submission: { id: 41, status: "running" } } });
  assert.deepEqual(seen, ["none", "waiting", "running"]);
});

test("a program that starts opens the live view once", async () => {
  const { hear, serverHas, take } = setUp({ shown: { id: 41, status: "waiting" } });
  serverHas("running");
  await hear("submission.changed", { payload: { submission: { id: 41, status: "running" } } });
  await hear("live", { submission: 41, entries: [["output", "a"]] });
  assert.deepEqual(take(), [
    "live begins", "says: Your program is running on the board.", "shows 41 running", "live 1",
  ]);
});

test("an end closes the live view and is spoken once", async () => {
  const { hear, serverHas, state, take } = setUp({ shown: { id: 41, status: "running" } });
  serverHas("passed");
  await hear("submission.changed", { payload: { submission: { id: 41, status: "passed" } } });
  await state({ running: null }, true);
  assert.deepEqual(take(), ["shows 41 passed", "live ends", "says: result passed"]);
});

test("news that overtake the answer to the browser are not undone by it", async () => {
  const { view, hear, serverHas, take } = setUp();
  serverHas("passed");
  await hear("submission.changed", { payload: { submission: { id: 41, status: "passed" } } });
  take();
  await view.sent({ id: 41, position: 1, wait: [0, 5] });
  assert.deepEqual(take(), ["shows 41 passed", "live ends"]);
  assert.equal(view.own.status, "passed");
});

test("what ended while the connection was away is asked for after the snapshot", async () => {
  const { serverHas, state, take } = setUp({ shown: { id: 41, status: "waiting" } });
  serverHas("failed");
  await state({ queue: { waiting: [] }, running: null }, true);
  assert.deepEqual(take(), ["shows 41 failed", "live ends", "says: result failed"]);
});

test("without a websocket the result is asked for every five seconds", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { view, serverHas, socket, take } = setUp();
  socket.online = false;
  serverHas("waiting");
  await view.sent({ id: 41, position: 1, wait: [0, 3] });
  take();
  serverHas("passed");
  t.mock.timers.tick(5_000);
  await new Promise(setImmediate);
  assert.deepEqual(take(), ["shows 41 passed", "live ends", "says: result passed"]);
});

test("other people's programs are not shown", async () => {
  const { hear, take } = setUp({ shown: { id: 41, status: "waiting" } });
  await hear("live", { submission: 40, entries: [["output", "secret"]] });
  assert.deepEqual(take(), []);
});
