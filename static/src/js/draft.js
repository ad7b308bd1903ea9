// Keeps what a student has written but not sent, per person and mission, on this device.

const PREFIX = "huskylens.draft";

/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Shelf */

/** @returns {Shelf | null} null where the browser forbids storage */
function browserShelf() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

export class Draft {
  /**
   * @param {string} user
   * @param {string} mission
   * @param {Shelf | null} [shelf]
   */
  constructor(user, mission, shelf = browserShelf()) {
    this.key = `${PREFIX}.${user}.${mission}`;
    this.shelf = shelf;
  }

  /**
   * The text that was kept, if it differs from what the server shows.
   * @param {string} sent
   * @returns {string | null}
   */
  differingFrom(sent) {
    try {
      const kept = this.shelf?.getItem(this.key) ?? null;
      return kept === null || kept === sent ? null : kept;
    } catch {
      return null;
    }
  }

  /** @param {string} text @param {string} sent the text that needs no keeping */
  keep(text, sent) {
    try {
      if (text === sent) this.shelf?.removeItem(this.key);
      else this.shelf?.setItem(this.key, text);
    } catch {
      // The storage is full or switched off; the text is still in the editor.
    }
  }

  forget() {
    try {
      this.shelf?.removeItem(this.key);
    } catch {
      // as above
    }
  }
}
