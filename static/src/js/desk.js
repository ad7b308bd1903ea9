// Keeps the teacher's desk up to date: asks the server for its parts every few seconds and replaces
// those that have changed. Nothing is taken away from under a hand: a part that has the focus, or
// over which a pointer moved a moment ago, waits. Fields for text stand outside of these parts.
// Without scripts the desk is as new as the page.

import { createAnnouncer } from "./announcer.js";
import { AlertSpeech, HAND_RESTS_MS, partsToReplace } from "./desk_refresh.js";
import { find, show } from "./dom.js";
import { gettext } from "./texts.js";

const LOOK_EVERY_MS = 5_000;
const ANSWER_LIMIT_MS = 10_000;

/** @param {ParentNode} root @returns {HTMLElement[]} */
const partsIn = (root) => [...root.querySelectorAll("[data-live-part]")].filter((part) => part instanceof HTMLElement);

/** @param {ParentNode} root @returns {[string, string][]} */
function alertsIn(root) {
  return [...root.querySelectorAll("[data-alert]")].map((alert) => [
    alert.getAttribute("data-alert") ?? "",
    alert.querySelector("[data-alert-text]")?.textContent ?? "",
  ]);
}

class Desk {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.announcer = createAnnouncer(root);
    this.shown = new Map(partsIn(root).map((part) => [part.id, part.innerHTML]));
    this.speech = new AlertSpeech(alertsIn(root).map(([alert]) => alert));
    this.hand = { part: "", at: -Infinity };
    this.current = true;
    for (const kind of ["pointermove", "pointerdown", "wheel", "scroll"]) {
      // A list that scrolls tells nobody above it, unless they listen on the way down.
      root.addEventListener(kind, (event) => this.handOver(event.target), { capture: true, passive: true });
    }
  }

  /** @param {EventTarget | null} target */
  handOver(target) {
    const part = target instanceof Element ? target.closest("[data-live-part]") : null;
    this.hand = { part: part?.id ?? "", at: performance.now() };
  }

  async follow() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      // A tab that nobody looks at asks nothing.
      if (document.hidden) continue;
      this.tellWhetherCurrent(await this.look().catch(() => false));
    }
  }

  /** Said once when it changes: who does not see the notice must not trust old facts. @param {boolean} current */
  tellWhetherCurrent(current) {
    if (current === this.current) return;
    this.current = current;
    const notice = find(this.root, "[data-stale]");
    show(notice, !current);
    const back = gettext("The platform answers again: what you read here is up to date.");
    this.announcer.polite(current ? back : (find(this.root, "[data-stale-text]")?.textContent?.trim() ?? ""));
  }

  /** @returns {Promise<boolean>} whether the page is as new as the server's facts */
  async look() {
    const answer = await fetch(this.root.dataset.factsUrl ?? "", {
      headers: { accept: "text/html" },
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    // Who is not logged in any more is led to another page.
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const parts = new Map(partsIn(page).map((part) => [part.id, part]));
    const fresh = new Map([...parts].map(([id, part]) => [id, part.innerHTML]));
    for (const id of partsToReplace(this.shown, fresh, (part) => this.isInUse(part))) {
      this.replace(id, /** @type {HTMLElement} */ (parts.get(id)));
      this.shown.set(id, fresh.get(id) ?? "");
    }
    this.announcer.polite(this.speech.news(alertsIn(page)));
    return true;
  }

  /** @param {string} id */
  isInUse(id) {
    const part = document.getElementById(id);
    const justMoved = this.hand.part === id && performance.now() - this.hand.at < HAND_RESTS_MS;
    return justMoved || Boolean(part?.contains(document.activeElement));
  }

  /** What was opened stays open, what was scrolled stays where it is. @param {string} id @param {HTMLElement} fresh */
  replace(id, fresh) {
    const old = document.getElementById(id);
    if (!old) return;
    for (const details of old.querySelectorAll("details[open]")) {
      fresh.querySelector(`#${CSS.escape(details.id)}`)?.setAttribute("open", "");
    }
    const { scrollTop, scrollLeft } = old.querySelector(".desk__list") ?? old;
    old.replaceWith(fresh);
    fresh.querySelector(".desk__list")?.scrollTo(scrollLeft, scrollTop);
  }
}

const root = find(document, "[data-desk]");
if (root) void new Desk(root).follow();
