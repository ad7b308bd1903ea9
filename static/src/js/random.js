// A small repeatable random source: the same seed draws the same picture on every machine.

/**
 * @param {number} seed whole number
 * @returns {(low: number, high: number) => number} a value between low and high at each call
 */
export function seededRandom(seed) {
  let state = (seed * 2654435761) >>> 0;
  return (low, high) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return low + (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * (high - low);
  };
}
