// The short ranking beside the missions: the first five, and oneself.

import { element, find, show } from "./dom.js";

const SHOWN = 5;

/**
 * The rows worth showing: the first ones, and the reader's own if it is further down.
 * @param {import("./messages.js").Ranked[]} ranking
 * @param {number} user
 */
export function standingRows(ranking, user) {
  const first = ranking.slice(0, SHOWN);
  const own = ranking.find((row) => row.user === user);
  return own && !first.includes(own) ? [...first, own] : first;
}

/**
 * @param {HTMLElement} main
 * @param {import("./socket.js").ClassroomSocket} socket
 */
export function followStanding(main, socket) {
  const list = find(main, "[data-standing-list]");
  if (!list) return;
  const user = Number(document.body.dataset.user);
  socket.subscribe("state", (_news, state) => {
    const rows = standingRows(state.ranking ?? [], user);
    show(find(main, "[data-standing]"), rows.length > 0);
    show(find(main, "[data-standing-empty]"), rows.length === 0);
    list.replaceChildren(
      ...rows.map((row) =>
        element(
          "li",
          { class: row.user === user ? "is-you" : undefined },
          element("span", { class: "number" }, row.rank === null ? "–" : `${row.rank}.`),
          element("span", { class: "standing__name" }, row.name),
          element("span", { class: "number" }, row.points),
        ),
      ),
    );
  });
}
