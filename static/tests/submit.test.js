import assert from "node:assert/strict";
import { test } from "node:test";

import { Submit } from "../src/js/submit.js";

function setUp(answer) {
  const log = [];
  const sent = [];
  const button = { disabled: false, setAttribute: (name, value) => log.push(`${name} ${value}`) };
  const submit = new Submit({
    url: "/api/v1/missions/3/submit",
    code: () => "output 1",
    button,
    accepted: (...all) => log.push(["accepted", ...all]),
    mistakes: (...all) => log.push(["mistakes", ...all]),
    refused: (message) => log.push(["refused", message]),
    send: async (...all) => {
      sent.push(all);
      return typeof answer === "function" ? answer() : answer;
    },
  });
  return { submit, log, sent, button };
}

test("an accepted program gives its number, place and wait", async () => {
  const { submit, log, sent } = setUp({ ok: true, status: 201, data: { submission: 41, position: 3, wait_s: [20, 40] } });
  await submit.run();
  assert.deepEqual(sent, [["/api/v1/missions/3/submit", { code: "output 1" }]]);
  assert.deepEqual(log[1], ["accepted", 41, 3, [20, 40]]);
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
  assert.deepEqual(log[1], ["refused", "Too late"]);
});

test("a lost connection is told and the program can be sent again", async () => {
  const { submit, log, sent } = setUp(() => {
    throw new TypeError("network");
  });
  await submit.run();
  await submit.run();
  assert.equal(sent.length, 2);
  assert.equal(log[1][1], "I could not reach the classroom’s computer.");
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
