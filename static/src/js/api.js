// Requests to the API, with the session of the page.

/**
 * @typedef {object} ApiAnswer
 * @property {boolean} ok
 * @property {number} status
 * @property {any} data
 */

/** The token that Django wants with each POST; it stands in a form of the page. */
function csrfToken() {
  const field = document.querySelector('input[name="csrfmiddlewaretoken"]');
  return field instanceof HTMLInputElement ? field.value : "";
}

/**
 * @param {string} url
 * @param {object} body
 * @param {Record<string, string>} [headers] beside the usual ones
 * @returns {Promise<ApiAnswer>} rejects only when no answer came
 */
export async function post(url, body, headers = {}) {
  const answer = await fetch(url, {
    method: "POST",
    credentials: "same-origin",
    headers: {
      Accept: "application/json",
      "Accept-Language": document.documentElement.lang,
      "Content-Type": "application/json",
      "X-CSRFToken": csrfToken(),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  return { ok: answer.ok, status: answer.status, data: isJson ? await answer.json() : null };
}
