import assert from "node:assert/strict";
import { test } from "node:test";

import { ClassroomSocket, retryDelay } from "../src/js/socket.js";

/** A socket with a server played by the test, and timers that run when told. */
function setUp() {
  const opened = [];
  const timers = new Map();
  let next = 0;
  const socket = new ClassroomSocket("ws://classroom/ws/portal/", {
    open: (url) => {
      const fake = { url, sent: [], closed: false, send: (text) => fake.sent.push(JSON.parse(text)), close: () => (fake.closed = true) };
      opened.push(fake);
      return fake;
    },
    setTimer: (work, ms) => (timers.set((next += 1), { work, ms }), next),
    clearTimer: (timer) => timers.delete(timer),
    random: () => 1,
  });
  const say = (message, to = opened.at(-1)) => to.onmessage({ data: JSON.stringify(message) });
  const runTimer = () => {
    const [[id, timer]] = timers;
    timers.delete(id);
    timer.work();
    return timer.ms;
  };
  return { socket, opened, timers, say, runTimer };
}

const snapshot = (id, state) => ({ type: "snapshot", id, state });
const event = (id, kind, payload, replayed = false) => ({ type: "event", id, kind, payload, replayed });

test("it says hello with the last id it has seen", () => {
  const { socket, opened, say, runTimer } = setUp();
  socket.connect();
  opened[0].onopen();
  assert.deepEqual(opened[0].sent, [{ type: "hello", last: 0 }]);
  say(snapshot(7, {}));
  say(event(9, "queue.changed", { state: { queue: { waiting: [] } } }));
  opened[0].onclose({ code: 1006 });
  runTimer();
  opened[1].onopen();
  assert.deepEqual(opened[1].sent, [{ type: "hello", last: 9 }]);
});

test("an event replaces whole slices and leaves the others", () => {
  const { socket, say } = setUp();
  socket.connect();
  say(snapshot(1, { run: { id: 5 }, queue: { waiting: [1, 2] } }));
  say(event(2, "queue.changed", { state: { queue: { waiting: [] } } }));
  assert.deepEqual(socket.state, { run: { id: 5 }, queue: { waiting: [] } });
});

test("a replayed event is told but does not overwrite the newer snapshot", () => {
  const { socket, say } = setUp();
  const heard = [];
  socket.subscribe("submission.finished", (news) => heard.push(news.id));
  socket.connect();
  say(snapshot(9, { running: null }));
  say(event(8, "submission.finished", { state: { running: { submission: 1 } } }, true));
  assert.deepEqual(heard, [8]);
  assert.equal(socket.state.running, null);
});

test("subscribers hear what they asked for until they stop listening", () => {
  const { socket, say } = setUp();
  const heard = [];
  const stop = socket.subscribe("live", (news) => heard.push(news.entries));
  socket.connect();
  say({ type: "live", submission: 1, entries: [["output", "a"]] });
  stop();
  say({ type: "live", submission: 1, entries: [["output", "b"]] });
  assert.deepEqual(heard, [[["output", "a"]]]);
});

test("a server that is silent for 45 seconds is left and called again", () => {
  const { socket, opened, say, runTimer } = setUp();
  const online = [];
  socket.subscribe("online", (now) => online.push(now));
  socket.connect();
  say(snapshot(1, {}));
  assert.equal(runTimer(), 45_000);
  assert.equal(opened[0].closed, true);
  assert.ok(runTimer() <= 5_000);
  assert.equal(opened.length, 2);
  assert.deepEqual(online, [true, false]);
});

test("what a dead connection still says is not listened to", () => {
  const { socket, opened, say, runTimer } = setUp();
  socket.connect();
  opened[0].onclose({ code: 1006 });
  runTimer();
  say(snapshot(3, { run: null }), opened[0]);
  assert.equal(socket.lastId, 0);
});

test("it does not come back where the server says that it may not", () => {
  const { socket, opened, timers } = setUp();
  const refused = [];
  socket.subscribe("refused", (news) => refused.push(news));
  socket.connect();
  opened[0].onclose({ code: 4403 });
  assert.deepEqual(refused, [{ code: 4403, before: false }]);
  assert.equal(timers.size, 0);
});

test("the waits between tries grow to five seconds, each with jitter of up to a half", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 9].map((attempt) => retryDelay(attempt, () => 1)), [400, 800, 1600, 3200, 5000, 5000]);
  assert.equal(retryDelay(9, () => 0), 2500);
});

test("a network that comes back is used at once", () => {
  const { socket, opened } = setUp();
  socket.connect();
  opened[0].onclose({ code: 1006 });
  socket.hurry();
  assert.equal(opened.length, 2);
});
