// The shapes of what the server says over the websocket (contract of the events room).

/** @typedef {[string, ...any[]]} TraceEntry one thing a program did: kind, then its values */
/** @typedef {{id: number, order: number, title: Record<string, string>, time_limit_s: number}} MissionTitle */
/** @typedef {{id: number, mission: MissionTitle, started_at: string, ends_at: string | null, ended: boolean, ranked: boolean}} Run */
/** @typedef {{submission: number, name: string, user?: number, position: number, wait_s: [number, number], attempt: number}} Waiting */
/** @typedef {{paused: boolean, waiting: Waiting[]}} Queue */
/** @typedef {{submission: number, name: string, user?: number, attempt: number, started_at: string, board: string}} Running */
/** @typedef {{rank: number | null, user: number, name: string, points: number, solved: number}} Ranked */
/** @typedef {{name: string, state: string, virtual: boolean, camera: {algorithm: number | string} | null}} Board */

/**
 * @typedef {object} ClassroomState
 * @property {string} [now] time of the server
 * @property {Run | null} [run]
 * @property {Queue} [queue]
 * @property {Running | null} [running]
 * @property {Ranked[]} [ranking]
 * @property {Board | null} [board]
 * @property {{submission: number | null, entries: TraceEntry[]}} [screen]
 */

/** @typedef {{id: number, name?: string, user?: number, status: string, points?: number, mission?: number}} SubmissionNews */
/** @typedef {{state?: ClassroomState, submission?: SubmissionNews}} EventPayload */

export {};
