// The ranking on the projector: everyone in one or two columns; who changes place glides there.

import { element, prefersLessMotion } from "./dom.js";
import { fitTexts } from "./fit_text.js";

/** @typedef {import("./messages.js").Ranked} Ranked */

const GLIDE_MS = 400;
const ONE_COLUMN = 10;
const MOST_ROWS = 15;

/**
 * How many rows each column has, and whether there are two.
 * @param {number} count
 */
export function columnsFor(count) {
  const dense = count > ONE_COLUMN;
  return { dense, rows: dense ? Math.min(MOST_ROWS, Math.ceil(count / 2)) : Math.max(count, 1) };
}

export class RankingView {
  /** @param {HTMLElement} list */
  constructor(list) {
    this.list = list;
    /** @type {Map<number, HTMLElement>} */
    this.rows = new Map();
  }

  /** @param {Ranked[]} ranking */
  update(ranking) {
    const shown = ranking.slice(0, 2 * MOST_ROWS);
    const before = this.places();
    const { dense, rows } = columnsFor(shown.length);
    this.list.style.setProperty("--rows", String(rows));
    this.list.toggleAttribute("data-dense", dense);

    const known = this.rows;
    this.rows = new Map();
    for (const ranked of shown) {
      const row = known.get(ranked.user) ?? this.newRow();
      this.fill(row, ranked);
      this.rows.set(ranked.user, row);
      this.list.append(row);
    }
    for (const [user, row] of known) if (!this.rows.has(user)) row.remove();
    fitTexts(this.list);
    if (!prefersLessMotion()) this.glide(before);
  }

  places() {
    return new Map([...this.rows].map(([user, row]) => [user, row.getBoundingClientRect()]));
  }

  newRow() {
    return element(
      "li",
      {},
      element("span", { class: "rank" }),
      element("span", { class: "fit", "data-fit": true }),
      element("span", { class: "points" }),
    );
  }

  /** @param {HTMLElement} row @param {Ranked} ranked */
  fill(row, { rank, name, points }) {
    const [place, who, score] = row.children;
    row.dataset.rank = String(rank ?? "");
    place.textContent = String(rank ?? "–");
    who.textContent = name;
    score.textContent = String(points);
  }

  /** From where each row was to where it is now. @param {Map<number, DOMRect>} before */
  glide(before) {
    for (const [user, row] of this.rows) {
      const from = before.get(user);
      const to = row.getBoundingClientRect();
      if (!from || (from.left === to.left && from.top === to.top)) continue;
      const start = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
      row.animate([{ transform: start }, { transform: "none" }], { duration: GLIDE_MS, easing: "ease-in-out" });
    }
  }
}
