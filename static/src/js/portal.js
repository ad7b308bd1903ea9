// Starts what the student's page needs; each part works on the HTML that the server sent.

import { createAnnouncer } from "./announcer.js";
import { followConnection } from "./connection_view.js";
import { setServerTime } from "./countdown.js";
import { find } from "./dom.js";
import { OutputView } from "./output_view.js";
import { QueueView } from "./queue_view.js";
import { ResultView, drawPictures } from "./result_view.js";
import { followRun } from "./run_view.js";
import { openSocket } from "./socket.js";
import { followStanding } from "./standing_view.js";
import { boardChip } from "./states.js";

function start() {
  drawPictures(document);
  const main = find(document, "main[data-page]");
  const path = document.body.dataset.socket;
  if (!main || !path) return;

  const announcer = createAnnouncer(document);
  const socket = openSocket(path);
  socket.subscribe("state", (news, state) => {
    if (news.snapshot) setServerTime(state.now);
    const place = find(main, "[data-board-state]");
    if (place) place.replaceChildren(...(state.board ? [boardChip(state.board, state.running)] : []));
  });
  followConnection(document, socket, announcer);
  followRun(main, socket, announcer);
  followStanding(main, socket);

  const region = find(main, "[data-result-region]");
  const live = find(main, "[data-live]");
  const result = region && new ResultView(region, main.dataset.submissionUrlTemplate ?? "/submissions/0/");
  const output = live && new OutputView(live);
  const queue = result && new QueueView({ socket, result, output, announcer });
  if (main.dataset.page === "mission" && queue) {
    void import("./mission_page.js").then(({ startMissionPage }) => {
      const page = startMissionPage(main, { announcer, sent: (taken) => void queue.sent(taken) });
      queue.followOwn((own) => page.waits(own?.status === "waiting"));
    });
  }
  socket.connect();
}

start();
