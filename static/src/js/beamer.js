// The projector's page: what runs, what the board shows, who waits, who leads.

import { createAnnouncer } from "./announcer.js";
import { Stage } from "./beamer_stage.js";
import { beamerSentences, podiumWords } from "./beamer_words.js";
import { butterflyMarkup, drawButterflies } from "./butterfly.js";
import { Celebration } from "./celebration.js";
import { followConnection } from "./connection_view.js";
import { setServerTime, startCountdown } from "./countdown.js";
import { element, find, show } from "./dom.js";
import { fitTexts } from "./fit_text.js";
import { RankingView } from "./ranking_view.js";
import { runTitle } from "./run_view.js";
import { openSocket } from "./socket.js";
import { boardChip } from "./states.js";
import { gettext, interpolate } from "./texts.js";

/** @typedef {import("./messages.js").ClassroomState} ClassroomState */

const QUEUE_SHOWN = 6;
const page = /** @type {HTMLElement} */ (find(document, "[data-beamer]"));
const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (find(page, `[data-${name}]`));

const stage = new Stage(part("stage"));
const ranking = new RankingView(part("ranking"));
const setEnd = startCountdown(part("countdown"));
const announcer = createAnnouncer(document);
const celebration = new Celebration(
  /** @type {HTMLElement} */ (find(document, "[data-celebration]")),
  announcer.polite,
);
let missionDrawn = 0;

/** @param {ClassroomState} state */
function draw(state) {
  drawHead(state);
  stage.show(state.running);
  drawQueue(state);
  ranking.update(state.ranking ?? []);
  part("board-state").replaceChildren(...(state.board ? [boardChip(state.board, state.running)] : []));
  const summary = beamerSentences(state);
  if (part("summary").textContent !== summary) part("summary").textContent = summary;
  fitTexts(page);
}

/** @param {ClassroomState} state */
function drawHead({ run, running, queue, ranking: ranked }) {
  const open = Boolean(run && !run.ended);
  const busy = open || Boolean(running) || Boolean(queue?.waiting.length);
  show(part("stage"), busy);
  show(part("welcome"), !busy);
  const podium = run?.ended ? podiumWords(ranked ?? []) : "";
  show(part("join"), busy || Boolean(podium));
  show(part("welcome-address"), !podium);
  part("welcome-title").textContent = podium || gettext("Log in here");
  const someRanked = Boolean(ranked?.length);
  show(part("ranking-part"), busy || someRanked);
  show(part("ranking-empty"), !someRanked);
  page.classList.toggle("beamer--alone", !busy && !someRanked);
  part("title").textContent = run ? runTitle(run) : "HuskyLens Missions";
  part("over").textContent = run
    ? interpolate(gettext("Mission %(number)s"), { number: run.mission.order })
    : gettext("Welcome");
  part("welcome-text").textContent = run?.ended
    ? gettext("The mission has ended. The next one starts soon.")
    : gettext("The next mission starts soon.");
  show(part("clock-label"), open);
  setEnd(open ? (run?.ends_at ?? null) : null);
  const number = run?.mission.order ?? 0;
  if (number !== missionDrawn) {
    part("head-butterfly").innerHTML = number ? butterflyMarkup(number) : "";
    part("welcome-butterfly").innerHTML = butterflyMarkup(number || 1);
    missionDrawn = number;
  }
}

/** @param {ClassroomState} state */
function drawQueue({ queue }) {
  const waiting = queue?.waiting ?? [];
  show(part("queue-paused"), Boolean(queue?.paused));
  const rows = waiting.slice(0, QUEUE_SHOWN).map(({ position, name }) =>
    element(
      "li",
      {},
      element("span", { class: "number" }, position),
      element("span", { class: "fit", "data-fit": true }, name),
    ),
  );
  if (!rows.length) rows.push(element("li", { class: "muted" }, gettext("Nobody is waiting.")));
  part("queue").replaceChildren(...rows);
  const more = waiting.length - QUEUE_SHOWN;
  part("queue-more").textContent =
    more > 0 ? interpolate(gettext("(and %(count)s more)"), { count: more }) : "";
}

const socket = openSocket(document.body.dataset.socket ?? "");
socket.subscribe("state", (news, state) => {
  if (news.snapshot) setServerTime(state.now);
  draw(state);
  if (news.snapshot && state.screen?.submission) {
    stage.begin(state.screen.submission, true);
    stage.perform(state.screen.entries);
  }
});
socket.subscribe("live", (news) => {
  stage.begin(news.submission);
  stage.perform(news.entries);
});
socket.subscribe("submission.finished", (event, state) => {
  if (event.replayed) return;
  const { id, name = "", status, points = 0 } = event.payload.submission;
  stage.end(id, status, name);
  fitTexts(page);
  if (status === "passed") celebration.add({ name, points }, state.run?.mission.order ?? 1);
});
followConnection(document, socket, announcer);
addEventListener("resize", () => fitTexts(page));
drawButterflies(document);
void document.fonts?.ready.then(() => fitTexts(page));
socket.connect();
