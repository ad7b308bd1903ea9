// Puts the parts of the mission page together: editor, checker, draft, sending.

import { find, show } from "./dom.js";
import { Draft } from "./draft.js";
import { Editor } from "./editor.js";
import { connectTools } from "./editor_tools.js";
import { ProgramCheck } from "./program_check.js";
import { Submit } from "./submit.js";
import { gettext, interpolate } from "./texts.js";

const DRAFT_PAUSE_MS = 500;
/** Of a receipt: enough to tell one program from another. */
const RECEIPT_SHOWN = 8;

/**
 * @param {HTMLElement} main
 * @param {object} parts
 * @param {import("./announcer.js").Announcer} parts.announcer
 * @param {(taken: import("./submit.js").Taken) => void} parts.sent
 * @returns {{waits: (waits: boolean) => void}} tells the page whether a program of the student waits
 */
export function startMissionPage(main, { announcer, sent }) {
  const form = /** @type {HTMLFormElement} */ (find(main, "[data-editor]"));
  const textarea = /** @type {HTMLTextAreaElement} */ (find(form, "textarea"));
  const starter = JSON.parse(document.getElementById("starter")?.textContent || '""');
  const draft = new Draft(document.body.dataset.user ?? "", main.dataset.mission ?? "");
  let lastSent = textarea.value;

  const kept = draft.differingFrom(lastSent);
  const notice = find(form, "[data-draft-notice]");
  if (kept !== null) textarea.value = kept;
  show(notice, kept !== null);

  /** @type {any} */
  let draftTimer = null;
  const keepDraft = () => draft.keep(editor.code, lastSent);
  const mount = /** @type {HTMLElement} */ (find(form, "[data-editor-mount]"));
  const editor = new Editor(textarea, mount, {
    changed: (code) => {
      check.changed(code);
      clearTimeout(draftTimer);
      draftTimer = setTimeout(keepDraft, DRAFT_PAUSE_MS);
    },
    read: (mistake) => check.read(mistake),
    submit: () => void submit.run(),
  });
  addEventListener("pagehide", keepDraft);

  const check = new ProgramCheck(form, editor, announcer);
  check.changed(editor.code);

  const replaceButton = /** @type {HTMLButtonElement | null} */ (find(form, "[data-replace]"));
  const receiptPlace = find(form, "[data-receipt]");
  /** @param {string} receipt empty: none */
  const showReceipt = (receipt) => {
    if (!receiptPlace) return;
    const words = interpolate(gettext("Sent. Receipt: %(receipt)s"), { receipt: receipt.slice(0, RECEIPT_SHOWN) });
    receiptPlace.textContent = receipt ? words : "";
    receiptPlace.title = receipt;
    show(receiptPlace, receipt !== "");
  };

  const submit = new Submit({
    url: form.dataset.submitUrl ?? "",
    code: () => editor.code,
    button: /** @type {HTMLButtonElement} */ (find(form, "[data-submit]")),
    replaceButton,
    accepted: (taken) => {
      lastSent = editor.code;
      draft.forget();
      show(notice, false);
      check.sent();
      showReceipt(taken.receipt);
      sent(taken);
    },
    mistakes: (found, message) => {
      check.answered(found);
      announcer.polite(message);
      editor.jump(found[0].line, found[0].column);
    },
    refused: (message, hint, canReplace) => {
      showReceipt("");
      if (canReplace) show(replaceButton, true);
      check.refused(message, hint);
      announcer.polite(`${message} ${hint}`);
    },
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const replace = replaceButton !== null && event.submitter === replaceButton;
    // The button goes away with what it replaces: the focus stays in the form.
    if (replace) submit.parts.button.focus();
    void submit.run(replace);
  });

  connectTools(form, {
    resized: () => editor.view.requestMeasure(),
    tab: (indents) => editor.setTab(indents),
    shortcuts: (on) => editor.setShortcuts(on),
    restore: () => {
      editor.replace(starter);
      announcer.polite(gettext("The program of the beginning is back. Undo brings yours back."));
    },
  });
  find(form, "[data-use-sent]")?.addEventListener("click", () => {
    editor.replace(lastSent);
    show(notice, false);
    editor.view.focus();
  });
  main.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("[data-jump-line]");
    if (!(link instanceof HTMLElement)) return;
    event.preventDefault();
    editor.jump(Number(link.dataset.jumpLine));
  });

  return {
    waits: (waits) => {
      const shown = waits && !submit.parts.button.disabled;
      // What goes away under the hand takes the focus with it.
      if (!shown && document.activeElement === replaceButton) submit.parts.button.focus();
      show(replaceButton, shown);
    },
  };
}
