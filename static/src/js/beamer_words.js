// What is on the projector now, in a few sentences for those who hear the page.

import { runTitle } from "./run_view.js";
import { boardWord } from "./states.js";
import { gettext, interpolate, ngettext, pageLanguage } from "./texts.js";

const PODIUM = 3;

/**
 * Praise for the first three, at the end of a mission; empty where nobody has points.
 * @param {import("./messages.js").Ranked[]} ranking
 */
export function podiumWords(ranking) {
  const first = ranking.filter(({ rank }) => rank !== null && rank <= PODIUM);
  if (!first.length) return "";
  const names = new Intl.ListFormat(pageLanguage()).format(first.map(({ name }) => name));
  return interpolate(gettext("Well done, %(names)s!"), { names });
}

/**
 * @param {import("./messages.js").ClassroomState} state
 * @returns {string}
 */
export function beamerSentences({ run, running, queue, ranking, board }) {
  const sentences = /** @type {string[]} */ ([]);
  if (!run) sentences.push(gettext("No mission is open."));
  else if (run.ended) {
    sentences.push(interpolate(gettext("Mission “%(title)s” has ended."), { title: runTitle(run) }));
  } else {
    sentences.push(interpolate(gettext("Mission “%(title)s” is open."), { title: runTitle(run) }));
  }
  if (running) {
    sentences.push(interpolate(gettext("The program of %(name)s is running."), { name: running.name }));
  }
  if (queue?.paused) sentences.push(gettext("The queue is paused."));
  const waiting = queue?.waiting.length ?? 0;
  if (waiting) {
    const text = ngettext("%(count)s program is waiting.", "%(count)s programs are waiting.", waiting);
    sentences.push(interpolate(text, { count: waiting }));
  }
  const first = ranking?.[0];
  if (first && first.points > 0) {
    sentences.push(
      interpolate(gettext("%(name)s leads with %(points)s points."), { name: first.name, points: first.points }),
    );
  }
  if (board) sentences.push(`${boardWord(board.state)}.`);
  return sentences.join(" ");
}
