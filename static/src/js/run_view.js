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
  /** What this student has beyond the end of the run. */
  let extraMs = Number(clock?.dataset.extraS || 0) * 1000;
  let told = "";

  socket.subscribe("state", (_news, { run }) => {
    if (!run) return;
    if (run.id === shownRun && run.ends_at && !run.ended) setEnd?.(laterBy(run.ends_at, extraMs));
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

  socket.subscribe("run.extra_time", (event, { run }) => {
    const { run: id, ends_at: endsAt, extra_s: extraS } = event.payload;
    if (id !== shownRun) return;
    extraMs = extraS * 1000;
    // The event may be older than the run that is known: the run's own end counts.
    const end = run?.id === id && run?.ends_at ? laterBy(run.ends_at, extraMs) : endsAt;
    setEnd?.(end);
    show(find(main, "[data-extra-note]"), true);
    announcer.polite(
      interpolate(gettext("Your teacher has given you extra time: until %(time)s."), { time: timeOfDay(end) }),
    );
  });
}

/** @param {string} moment ISO time @param {number} ms */
export function laterBy(moment, ms) {
  return ms ? new Date(Date.parse(moment) + ms).toISOString() : moment;
}

/** @param {string} moment ISO time */
function timeOfDay(moment) {
  return new Date(moment).toLocaleTimeString(pageLanguage(), { hour: "2-digit", minute: "2-digit" });
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
  const buttons = [find(main, "[data-submit]"), find(main, "[data-replace]")];
  // A button that is closed under the hand takes the focus with it.
  if (buttons.some((button) => button && button === document.activeElement)) {
    find(main, "[data-run-notice-link]")?.focus();
  }
  buttons[0]?.setAttribute("disabled", "");
  show(buttons[1], false);
  const words = find(main, "[data-closed-reason]");
  if (words) words.textContent = reason;
  show(words, true);
}
