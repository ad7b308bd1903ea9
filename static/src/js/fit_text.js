// Makes a long name fit its place: smaller letters first, then the style sheet's ellipsis.

/** From 4 to 2.8 hundredths of the screen's height: what is smaller cannot be read from ten metres. */
const SMALLEST = 0.7;

/**
 * @param {number} needed width of the text
 * @param {number} available width of its place
 * @returns {number} factor for the letter size, 0.7 to 1
 */
export function fittingFactor(needed, available) {
  if (available <= 0 || needed <= available) return 1;
  return Math.max(SMALLEST, Math.floor((available / needed) * 100) / 100);
}

/** @param {ParentNode} root fits every `data-fit` element below it */
export function fitTexts(root) {
  const places = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-fit]"));
  // All measures first, then all changes: one layout for thirty names instead of thirty.
  for (const place of places) place.style.fontSize = "";
  const factors = [...places].map((place) => fittingFactor(place.scrollWidth, place.clientWidth));
  places.forEach((place, i) => {
    if (factors[i] < 1) place.style.fontSize = `${factors[i]}em`;
  });
}
