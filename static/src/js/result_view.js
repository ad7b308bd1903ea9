// The student's own result: fetches the part that the server renders and puts it in its place.

import { BoardScreen } from "./board_screen.js";
import { CameraView } from "./camera_view.js";
import { drawButterflies } from "./butterfly.js";
import { find, show } from "./dom.js";

/** @typedef {import("./messages.js").TraceEntry} TraceEntry */
/** @typedef {{id: number, status: string}} Own */

/** @param {string} text JSON of a list of entries, or of a text that holds such a list @returns {TraceEntry[]} */
export function readEntries(text) {
  const parsed = JSON.parse(text || "[]");
  return typeof parsed === "string" ? JSON.parse(parsed) : parsed;
}

/**
 * Draws the pictures inside results that the server rendered.
 * @param {ParentNode} root
 */
export function drawPictures(root) {
  drawButterflies(root);
  for (const part of root.querySelectorAll("[data-screen-of]")) {
    const data = part.querySelector('script[type="application/json"]');
    const entries = readEntries(data?.textContent ?? "");
    const screen = find(part, "[data-board-screen]");
    const camera = find(part, "[data-camera-view]");
    if (screen) new BoardScreen(screen).add(entries);
    if (camera) new CameraView(camera).add(entries);
  }
}

export class ResultView {
  /**
   * @param {HTMLElement} region the `data-result-region` of the page
   * @param {string} addressTemplate with a 0 in place of the id
   * @param {(url: string) => Promise<Response>} [get]
   */
  constructor(region, addressTemplate, get = (url) => fetch(url)) {
    this.region = region;
    this.addressTemplate = addressTemplate;
    this.get = get;
    this.request = 0;
    drawPictures(region);
    show(find(region, "[data-reload]"), false);
  }

  /** The submission shown now. @returns {Own | null} */
  own() {
    const shown = find(this.region, "[data-result]");
    if (!shown) return null;
    return { id: Number(shown.dataset.submission), status: shown.dataset.status ?? "" };
  }

  /**
   * Puts the newest rendering of a submission into the page; an answer that was overtaken is dropped.
   * @param {number} id
   * @returns {Promise<boolean>} whether the page now shows it
   */
  async refresh(id) {
    this.request += 1;
    const mine = this.request;
    const address = this.addressTemplate.replace(/\/0\//, `/${id}/`);
    let markup;
    try {
      const answer = await this.get(`${address}?fragment=1`);
      if (!answer.ok) return false;
      markup = await answer.text();
    } catch {
      return false; // no connection: the next snapshot asks again
    }
    if (mine !== this.request) return false;
    this.region.innerHTML = markup;
    show(find(this.region, "[data-reload]"), false);
    drawPictures(this.region);
    if (this.own()?.status === "passed" && !find(this.region, "[data-invalid]")) {
      find(document, "[data-own-butterfly]")?.classList.add("butterfly--caught");
    }
    return true;
  }

  /** What is worth saying aloud of the result: state, points, summary. */
  spoken() {
    const texts = [".state", ".result__points", "[data-summary]", "[data-queue-text]"].map((part) =>
      find(this.region, part)?.textContent?.replace(/\s+/g, " ").trim(),
    );
    return texts.filter(Boolean).join(". ").replaceAll("..", ".");
  }

  /** @param {string} text */
  setQueueText(text) {
    const place = find(this.region, "[data-queue-text]");
    if (place && place.textContent !== text) place.textContent = text;
  }
}
