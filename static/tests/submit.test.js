import assert from "node:assert/strict";
import { test } from "node:test";

import { newKey } from "../src/js/idempotency.js";
import { Submit } from "../src/js/submit.js";

function setUp(answer) {
  const log = [];
  const sent = [];
  const pauses = [];
  const button = { disabled: false, setAttribute: (name, value) => log.push(`${name} ${value}`) };
  const submit = new Submit({
    url: "/api/v1/missions/3/submit",
    code: () => "output 1",
    button,
    accepted: (taken) => log.push(["accepted", taken]),
    mistakes: (...all) => log.push(["mistakes", ...all]),
    refused: (message, hint, canReplace) => log.push(["refused", message, canReplace]),
    pause: async (ms) => pauses.push(ms),
    send: async (...all) => {
      sent.push(all);
      return typeof answer === "function" ? answer() : answer;
    },
  });
  return { submit, log, sent, button, pauses };
}

test("an accepted program gives its number, place and wait", async () => {
  const { submit, log, sent } = setUp({ ok: true, status: 201, data: { submission: 41, receipt: "1a2b", position: 3, wait_s: [20, 40] } });
  await submit.run();
  assert.deepEqual(sent[0].slice(0, 2), ["/api/v1/missions/3/submit", { code: "output 1" }]);
  assert.deepEqual(log[1], ["accepted", { id: 41, position: 3, wait: [20, 40], receipt: "1a2b" }]);
});

test("mistakes go to the editor", async () => {
  const problems = [{ line: 1, message: "?" }];
  const { submit, log } = setUp({ ok: false, status: 422, data: { error: { message: "Mistakes" }, diagnostics: problems } });
  await submit.run();
  assert.deepEqual(log[1], ["mistakes", problems, "Mistakes"]);
});

test("a refusal is told in the server's words", async () => {
  const { submit, log } = setUp({ ok: false, status: 409, data: { error: { code: "run_over", message: "Too late" } } });
  await submit.run();
  assert.deepEqual(log[1], ["refused", "Too late", false]);
});

test("a lost connection is told after two more tries, and the program can be sent again", async () => {
  const { submit, log, sent, pauses } = setUp(() => {
    throw new TypeError("network");
  });
  await submit.run();
  assert.equal(sent.length, 3);
  assert.deepEqual(pauses, [1_000, 3_000]);
  assert.equal(log[1][1], "I could not reach the classroom’s computer.");
  await submit.run();
  assert.equal(sent.length, 6);
});

const keysOf = (sent) => sent.map(([, , headers]) => headers["Idempotency-Key"]);

test("what it sends again by itself has the same key, a new press has a new one", async () => {
  let failures = 2;
  const { submit, log, sent } = setUp(() => {
    if (failures-- > 0) throw new TypeError("network");
    return { ok: true, status: 200, data: { submission: 1, receipt: "1a2b", position: 1, wait_s: [0, 1] } };
  });
  await submit.run();
  assert.equal(log[1][0], "accepted");
  await submit.run();
  const keys = keysOf(sent);
  assert.equal(keys.length, 4);
  assert.equal(new Set(keys.slice(0, 3)).size, 1);
  assert.notEqual(keys[3], keys[0]);
  for (const key of keys) assert.match(key, /^[A-Za-z0-9_-]{1,64}$/);
});

test("a press after an outcome that nobody knows has the same key, until the program changes", async () => {
  const answers = [
    { ok: false, status: 503, data: { error: { code: "database_away", message: "Away" } } },
    { ok: true, status: 200, data: { submission: 1, receipt: "1a2b", position: 1, wait_s: [0, 1] } },
    { ok: true, status: 201, data: { submission: 2, receipt: "3c4d", position: 1, wait_s: [0, 1] } },
  ];
  const { submit, sent } = setUp(() => answers[sent.length - 1]);
  await submit.run();
  await submit.run();
  await submit.run();
  const keys = keysOf(sent);
  assert.equal(keys[1], keys[0]);
  assert.notEqual(keys[2], keys[0]);
  const changed = setUp(() => answers[0]);
  await changed.submit.run();
  changed.submit.parts.code = () => "output 2";
  await changed.submit.run();
  assert.notEqual(keysOf(changed.sent)[1], keysOf(changed.sent)[0]);
});

test("a key is made also where the page's address is no secure context", () => {
  const random = { getRandomValues: (bytes) => bytes.fill(10) };
  assert.equal(newKey(random), "0a".repeat(16));
});

test("a waiting program is replaced on demand, and a refusal says whether that can be done", async () => {
  const { submit, log, sent } = setUp({
    ok: false, status: 409, data: { error: { code: "already_waiting", message: "One waits" }, can_replace: true },
  });
  await submit.run();
  assert.deepEqual(log[1], ["refused", "One waits", true]);
  await submit.run(true);
  assert.deepEqual(sent[1][1], { code: "output 1", replace: true });
});

test("an impatient second press sends nothing", async () => {
  const { submit, sent } = setUp({ ok: true, status: 201, data: { submission: 1, position: 1, wait_s: [0, 1] } });
  await Promise.all([submit.run(), submit.run()]);
  assert.equal(sent.length, 1);
});

test("a closed mission sends nothing", async () => {
  const { submit, sent, button } = setUp({ ok: true, status: 201, data: {} });
  button.disabled = true;
  await submit.run();
  assert.equal(sent.length, 0);
});
