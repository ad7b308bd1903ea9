// The name of one press of the button: sent again under the same name, it is the same program.

const BYTES = 16;

/**
 * @param {Pick<Crypto, "getRandomValues"> & Partial<Pick<Crypto, "randomUUID">>} [random]
 * @returns {string}
 */
export function newKey(random = crypto) {
  // A classroom's address is no secure context, and randomUUID exists only in one.
  if (random.randomUUID) return random.randomUUID();
  const bytes = random.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
