// The run of a mission: its countdown, and the news that one has started or ended.

import { find, show } from "./dom.js";
import { startCountdown } from "./countdown.js";
import { gettext, interpolate, pageLanguage } from "./texts.js";

/** @param {import("./messages.js").Run} run */
export function runTitle(run) {
  const { title } = run.mission;
  return title[pageLanguage()] ?? title.fr ?? Object.values(title)[0] ?? "";
}

/**
 * @param {HTMLElement} main its `data-run` is the run that the page was made for, or empty
 * @param {import("./socket.js").ClassroomSocket} socket
 * @param {import("./announcer.js").Announcer} announcer
 */
export function followRun(main, socket, announcer) {
  const clock = /** @type {HTMLTimeElement | null} */ (find(main, "[data-countdown]"));
  const setEnd = clock && startCountdown(clock);
  if (clock?.dateTime) setEnd?.(clock.dateTime);
  const shownRun = Number(main.dataset.run || 0);
  let told = "";

  socket.subscribe("state", (_news, { run }) => {
    if (!run) return;
    if (run.id === shownRun && run.ends_at && !run.ended) setEnd?.(run.ends_at);
    const news = newsOf(run, shownRun, main);
    if (!news || news.text === told) return;
    told = news.text;
    const words = find(main, "[data-run-notice-text]");
    if (words) words.textContent = news.text;
    const link = /** @type {HTMLAnchorElement | null} */ (find(main, "[data-run-notice-link]"));
    if (link && news.address) {
      link.href = news.address;
      link.textContent = gettext("Open the mission");
    }
    show(find(main, "[data-run-notice]"), true);
    announcer.polite(news.text);
    if (news.closed) closeSending(main, news.text);
  });
}

/**
 * @param {import("./messages.js").Run} run
 * @param {number} shownRun
 * @param {HTMLElement} main
 */
function newsOf(run, shownRun, main) {
  if (run.id === shownRun) {
    return run.ended
      ? { text: gettext("The mission has ended. Programs that wait still run."), closed: true, address: "" }
      : null;
  }
  if (run.ended) return null;
  const title = runTitle(run);
  const here = main.dataset.order === String(run.mission.order);
  return {
    text: interpolate(gettext("Mission “%(title)s” has started."), { title }),
    closed: shownRun > 0,
    // On the mission's own page the button stays "Reload", which keeps the draft.
    address: here ? "" : `/missions/${run.mission.order}/`,
  };
}

/** @param {HTMLElement} main @param {string} reason */
function closeSending(main, reason) {
  find(main, "[data-submit]")?.setAttribute("disabled", "");
  const words = find(main, "[data-closed-reason]");
  if (words) words.textContent = reason;
  show(words, true);
}
