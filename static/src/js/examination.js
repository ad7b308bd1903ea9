// The page of the board doctor: looks again every second until the answer is there, and reads out
// what came of it. Without scripts the link "Look again" does the same.

import { createAnnouncer } from "./announcer.js";

const LOOK_AGAIN_MS = 1_000;

const announcer = createAnnouncer(document);

/** @returns {HTMLElement | null} */
const section = () => document.querySelector("#examination");

async function lookAgain() {
  const response = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("#examination");
  if (!(fresh instanceof HTMLElement) || fresh.dataset.waiting !== undefined) return;
  section()?.replaceWith(fresh);
  announcer.polite(fresh.querySelector("[data-summary]")?.textContent ?? "");
}

async function follow() {
  while (section()?.dataset.waiting !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    // A server that is away for a moment is asked again.
    await lookAgain().catch(() => undefined);
  }
}

void follow();
