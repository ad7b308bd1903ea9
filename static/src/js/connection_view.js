// Tells when the connection to the classroom is lost, and when it is back.

import { find, show } from "./dom.js";
import { gettext } from "./texts.js";

const PATIENCE_MS = 2_000; // a short break is not worth a word

/**
 * @param {ParentNode} page
 * @param {import("./socket.js").ClassroomSocket} socket
 * @param {import("./announcer.js").Announcer} announcer
 */
export function followConnection(page, socket, announcer) {
  const banner = find(page, "[data-offline]");
  const words = banner && find(banner, "span");
  /** @type {any} */
  let timer = null;
  let told = false;
  const lost = () => {
    told = true;
    show(banner, true);
    announcer.assertive(words?.textContent?.trim() ?? "");
  };
  // A first connection that does not come about is lost as well.
  timer = setTimeout(lost, 2 * PATIENCE_MS);
  socket.subscribe("online", (online) => {
    clearTimeout(timer);
    if (!online) timer = setTimeout(lost, PATIENCE_MS);
    else if (told) {
      told = false;
      show(banner, false);
      announcer.polite(gettext("The connection is back."));
    }
  });
  socket.subscribe("refused", ({ before }) => {
    clearTimeout(timer);
    // A teacher without a classroom has nothing to follow: nothing is lost.
    if (!before) return;
    if (words) words.textContent = gettext("You are not logged in any more. Reload the page to log in.");
    lost();
  });
}
