// Alone owns the websocket: says hello with the last id it has seen, keeps the classroom's state,
// tells subscribers, and comes back by itself when the connection is lost.

/** @typedef {import("./messages.js").ClassroomState} ClassroomState */
/** @typedef {(news: any, state: ClassroomState) => void} Listener */

const SILENCE_MS = 45_000; // the server speaks at least every 20 s
const LONGEST_RETRY_MS = 5_000;
const FIRST_RETRY_MS = 400;
/** The server's own close codes: to come back would not help. */
const REFUSED = new Set([4403, 4404]);

/** How long to wait before try number `attempt` (from 0), with jitter so that a class does not come at once.
 * @param {number} attempt @param {() => number} random 0..1 */
export function retryDelay(attempt, random) {
  const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);
  return longest * (0.5 + random() / 2);
}

/**
 * What is used of the browser; tests bring their own.
 * @typedef {object} Surroundings
 * @property {(url: string) => WebSocket} open
 * @property {(work: () => void, ms: number) => any} setTimer
 * @property {(timer: any) => void} clearTimer
 * @property {() => number} random
 */

/** @type {Surroundings} */
const BROWSER = {
  open: (url) => new WebSocket(url),
  setTimer: (work, ms) => setTimeout(work, ms),
  clearTimer: (timer) => clearTimeout(timer),
  random: Math.random,
};

/**
 * Subscribe to "state" (after each change), "live", "online", "refused", or an event's kind such as
 * "submission.changed".
 */
export class ClassroomSocket {
  /** @param {string} url @param {Surroundings} [around] */
  constructor(url, around = BROWSER) {
    this.url = url;
    this.around = around;
    this.state = /** @type {ClassroomState} */ ({});
    this.lastId = 0;
    this.online = false;
    this.wasOnline = false;
    this.attempt = 0;
    /** @type {Map<string, Set<Listener>>} */
    this.listeners = new Map();
    /** @type {WebSocket | null} */
    this.socket = null;
    /** @type {any} */
    this.timer = null;
  }

  /** @param {string} kind @param {Listener} listener @returns {() => void} ends the subscription */
  subscribe(kind, listener) {
    const all = this.listeners.get(kind) ?? new Set();
    this.listeners.set(kind, all.add(listener));
    return () => all.delete(listener);
  }

  connect() {
    this.around.clearTimer(this.timer);
    const socket = this.around.open(this.url);
    this.socket = socket;
    socket.onopen = () => {
      socket.send(JSON.stringify({ type: "hello", last: this.lastId }));
      this.expectNews();
    };
    socket.onmessage = (message) => {
      if (socket !== this.socket) return;
      this.expectNews();
      this.receive(JSON.parse(message.data));
    };
    socket.onclose = (closing) => this.lost(socket, closing.code);
    this.expectNews();
  }

  /** Tries at once: the network came back, or the page is looked at again. */
  hurry() {
    if (!this.online && this.socket === null && this.timer !== null) {
      this.attempt = 0;
      this.connect();
    }
  }

  expectNews() {
    this.around.clearTimer(this.timer);
    const socket = this.socket;
    this.timer = this.around.setTimer(() => {
      // A dead connection may take minutes to close by itself: it is given up, not waited for.
      socket?.close();
      if (socket) this.lost(socket, 1006);
    }, SILENCE_MS);
  }

  /** @param {WebSocket} socket @param {number} code */
  lost(socket, code) {
    if (socket !== this.socket) return;
    this.socket = null;
    this.around.clearTimer(this.timer);
    this.timer = null;
    this.setOnline(false);
    if (REFUSED.has(code)) {
      this.tell("refused", { code, before: this.wasOnline });
      return;
    }
    const delay = retryDelay(this.attempt, this.around.random);
    this.attempt += 1;
    this.timer = this.around.setTimer(() => this.connect(), delay);
  }

  /** @param {any} message */
  receive(message) {
    if (message.type === "snapshot") {
      this.attempt = 0;
      this.state = message.state;
      // Events that are replayed after it are older than what the snapshot shows.
      this.lastId = message.id;
      this.setOnline(true);
      this.tell("state", { snapshot: true });
    } else if (message.type === "event") {
      this.lastId = Math.max(this.lastId, message.id);
      if (message.payload.state && !message.replayed) {
        Object.assign(this.state, message.payload.state);
        this.tell("state", message);
      }
      this.tell(message.kind, message);
    } else if (message.type === "live") {
      this.tell("live", message);
    }
  }

  /** @param {boolean} online */
  setOnline(online) {
    if (online === this.online) return;
    this.online = online;
    this.wasOnline ||= online;
    this.tell("online", online);
  }

  /** @param {string} kind @param {any} news */
  tell(kind, news) {
    for (const listener of this.listeners.get(kind) ?? []) listener(news, this.state);
  }
}

/** Opens the socket of this page. @param {string} path such as /ws/portal/ */
export function openSocket(path) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const socket = new ClassroomSocket(`${scheme}://${location.host}${path}`);
  addEventListener("online", () => socket.hurry());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") socket.hurry();
  });
  return socket;
}
