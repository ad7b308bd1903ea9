// Texts in the reader's language, by Django's catalogue at /jsi18n/; without it, the English original.

const catalogue = /** @type {any} */ (globalThis);

/** @param {string} text */
export function gettext(text) {
  return /** @type {string} */ (catalogue.gettext ? catalogue.gettext(text) : text);
}

/**
 * @param {string} one
 * @param {string} many
 * @param {number} count
 */
export function ngettext(one, many, count) {
  const translated = catalogue.ngettext?.(one, many, count);
  return /** @type {string} */ (translated ?? (count === 1 ? one : many));
}

/**
 * Fills `%(name)s` places.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function interpolate(text, values) {
  return text.replace(/%\((\w+)\)s/g, (place, name) => String(values[name] ?? place));
}

/** The language of the page, "fr" or "en". */
export function pageLanguage() {
  return (globalThis.document?.documentElement.lang || "fr").slice(0, 2);
}
