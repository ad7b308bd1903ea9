// Five seconds of joy when somebody solves the mission; more than one at a time share them.

import { butterflyMarkup } from "./butterfly.js";
import { find, show } from "./dom.js";
import { interpolate, ngettext } from "./texts.js";

const LASTS_MS = 5_000;
/** Solutions that come close together are celebrated together. */
const GATHER_MS = 300;

/** @typedef {{name: string, points: number}} Winner */

/** @param {Winner[]} winners */
export function celebrationWords(winners) {
  const points = winners.reduce((sum, winner) => sum + winner.points, 0);
  const what = ngettext("solves the mission!", "solve the mission!", winners.length);
  const gained = ngettext("+%(points)s point", "+%(points)s points", points);
  return {
    name: winners.map(({ name }) => name).join(", "),
    what: points && winners.length === 1 ? `${what} ${interpolate(gained, { points })}` : what,
  };
}

export class Celebration {
  /** @param {HTMLElement} root @param {(text: string) => void} announce */
  constructor(root, announce) {
    this.root = root;
    this.announce = announce;
    /** @type {Winner[]} */
    this.waiting = [];
    this.busy = false;
  }

  /** @param {Winner} winner @param {number} mission number that draws the butterfly */
  add(winner, mission) {
    this.waiting.push(winner);
    if (this.busy) return;
    this.busy = true;
    setTimeout(() => this.start(mission), GATHER_MS);
  }

  /** @param {number} mission */
  start(mission) {
    const { name, what } = celebrationWords(this.waiting.splice(0));
    const parts = [".butterfly", ".celebration__name", ".celebration__what"];
    const [picture, who, sentence] = parts.map((part) => /** @type {HTMLElement} */ (find(this.root, part)));
    picture.innerHTML = butterflyMarkup(mission);
    who.textContent = name;
    sentence.textContent = what;
    show(this.root, true);
    this.announce(`${name} ${what}`);
    setTimeout(() => this.end(mission), LASTS_MS);
  }

  /** @param {number} mission */
  end(mission) {
    show(this.root, false);
    this.busy = false;
    if (this.waiting.length) {
      this.busy = true;
      this.start(mission);
    }
  }
}
