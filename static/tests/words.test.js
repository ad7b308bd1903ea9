import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { beamerSentences, podiumWords } from "../src/js/beamer_words.js";
import { cameraWords, placeWord, seenAfter, NOTHING_SEEN } from "../src/js/camera_words.js";
import { celebrationWords } from "../src/js/celebration.js";
import { colorWord, cssColor } from "../src/js/colors.js";
import { clockText, secondsUntil } from "../src/js/countdown.js";
import { queueSentence, waitSentence } from "../src/js/queue_words.js";
import { lightColors, lightWords, screenWords } from "../src/js/screen_words.js";
import { gettext, interpolate, ngettext } from "../src/js/texts.js";

afterEach(() => {
  delete globalThis.gettext;
  delete globalThis.ngettext;
});

test("texts come from Django's catalogue, else they are the English original", () => {
  assert.equal(gettext("You are next."), "You are next.");
  assert.equal(ngettext("%(count)s dot", "%(count)s dots", 2), "%(count)s dots");
  globalThis.gettext = () => "C’est à toi.";
  assert.equal(gettext("You are next."), "C’est à toi.");
});

test("values are put in by name, and a name in a value is left alone", () => {
  assert.equal(interpolate("%(a)s and %(b)s", { a: "%(b)s", b: 2 }), "%(b)s and 2");
});

test("the queue speaks like a person", () => {
  assert.equal(queueSentence(3, [20, 40]), "You are number 3 in the queue. 20 to 40 more seconds.");
  assert.equal(queueSentence(1, null), "You are next.");
  assert.equal(
    queueSentence(1, [20, 40], true),
    "You are next. The teacher has paused the queue; your program keeps its place.",
  );
  assert.equal(waitSentence([0, 2]), "A few more seconds.");
  assert.equal(waitSentence([0, 11]), "At most 11 more seconds.");
  assert.equal(waitSentence([150, 300]), "About 3 to 5 more minutes.");
});

test("a clock shows minutes and seconds, and hours only where there are some", () => {
  assert.deepEqual([0, 5, 65, 3725].map(clockText), ["0:00", "0:05", "1:05", "1:02:05"]);
  assert.equal(clockText(-3), "0:00");
  assert.equal(secondsUntil("2026-01-01T00:00:10Z", Date.parse("2026-01-01T00:00:00Z")), 10);
});

test("colours have a CSS value and the nearest name", () => {
  assert.equal(cssColor(255), "#0000ff");
  assert.equal(colorWord(0xff0000), "red");
  assert.equal(colorWord(0xf01010), "red");
});

test("the screen's words begin where it was cleared last", () => {
  const trace = [
    ["screen", "text", "old", 0, 0, 1, 0xffffff],
    ["screen", "clear", 0],
    ["output", "not on the screen"],
    ["screen", "text", "Bonjour", 10, 20, 2, 0x00ff00],
    ["screen", "circle", 160, 120, 30, 0xff0000, true],
    ["screen", "pixel", 1, 1, 0],
    ["screen", "pixel", 2, 2, 0],
  ];
  assert.deepEqual(screenWords(trace), [
    "Background: black",
    "Text “Bonjour” at 10, 20, green",
    "Filled circle around 160, 120, radius 30, red",
    "2 dots",
  ]);
});

test("a very full screen is cut short, and says so", () => {
  const lines = screenWords(Array.from({ length: 50 }, (_, i) => ["screen", "line", 0, 0, i, i, 0]));
  assert.equal(lines.length, 9);
  assert.equal(lines.at(-1), "and 42 earlier drawings");
});

test("the light bar is told in one sentence", () => {
  assert.equal(lightColors([["screen", "clear", 0]]), null);
  assert.equal(lightWords(lightColors([["light", -1, 255]])), "Lights: all blue");
  assert.equal(lightWords(lightColors([["light", -1, 255], ["light", -1, 0]])), "Lights: all off");
  assert.match(lightWords(lightColors([["light", 0, 0xff0000]])), /^Lights: 1 red, 2–10 off$/);
});

test("the camera's words name algorithm, ID and place", () => {
  const sight = seenAfter(NOTHING_SEEN(), [
    ["algorithm", 4],
    ["blocks", 1, [[100, 30, 60, 40, 2], [300, 220, 10, 10, 0]]],
    ["arrows", 1, [[0, 0, 10, 20, 1]]],
  ]);
  assert.deepEqual(cameraWords(sight), [
    "Color recognition",
    "ID 2: top left (100, 30), 60 wide, 40 high",
    "Not learned: bottom right (300, 220), 10 wide, 10 high",
    "ID 1: arrow from 0, 0 to 10, 20",
  ]);
  assert.equal(placeWord(160, 120), "middle");
  assert.equal(seenAfter(NOTHING_SEEN(), [["output", "x"]]), null);
  assert.deepEqual(cameraWords(NOTHING_SEEN()), ["Nothing recognised"]);
});

test("several who solve it together are celebrated together", () => {
  assert.deepEqual(celebrationWords([{ name: "Ada", points: 28 }]), { name: "Ada", what: "solves the mission! +28 points" });
  assert.deepEqual(celebrationWords([{ name: "Ada", points: 28 }, { name: "Emil", points: 27 }]), {
    name: "Ada, Emil", what: "solve the mission!",
  });
});

test("the podium praises whoever is among the first three with points", () => {
  const ranking = [[1, "Ada", 30], [2, "Emil", 29], [2, "Zoé", 29], [4, "Ugo", 27]].map(([rank, name, points]) => ({ rank, name, points }));
  assert.match(podiumWords(ranking), /^Well done, Ada, Emil.* Zoé!$/);
  assert.equal(podiumWords([{ rank: null, name: "Ada", points: 0 }]), "");
});

test("the projector's page can be heard", () => {
  const mission = { id: 1, order: 3, title: { fr: "Trois couleurs", en: "Three colours" }, time_limit_s: 60 };
  const state = {
    run: { id: 1, mission, started_at: "", ends_at: null, ended: false, ranked: true },
    running: { submission: 1, name: "Ada", attempt: 1, started_at: "", board: "" },
    queue: { paused: false, waiting: [{}, {}] },
    ranking: [{ rank: 1, user: 1, name: "Emil", points: 30, solved: 1 }],
    board: { name: "M5", state: "busy", virtual: true, camera: null },
  };
  assert.equal(
    beamerSentences(state),
    "Mission “Trois couleurs” is open. The program of Ada is running. 2 programs are waiting. " +
      "Emil leads with 30 points. Board at work.",
  );
  state.queue.paused = true;
  assert.match(beamerSentences(state), /The queue is paused\. 2 programs are waiting\./);
});
