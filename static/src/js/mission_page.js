// Puts the parts of the mission page together: editor, checker, draft, sending.

import { post } from "./api.js";
import { Checker } from "./checker.js";
import { find, show } from "./dom.js";
import { Draft } from "./draft.js";
import { Editor } from "./editor.js";
import { connectTools } from "./editor_tools.js";
import { ProblemsView, isWarning, verdict } from "./problems_view.js";
import { Submit } from "./submit.js";
import { gettext } from "./texts.js";

const DRAFT_PAUSE_MS = 500;

/**
 * @param {HTMLElement} main
 * @param {object} parts
 * @param {import("./announcer.js").Announcer} parts.announcer
 * @param {(id: number, position: number, wait: [number, number]) => void} parts.sent
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
      checker.changed(code);
      clearTimeout(draftTimer);
      draftTimer = setTimeout(keepDraft, DRAFT_PAUSE_MS);
    },
    submit: () => void submit.run(),
  });
  addEventListener("pagehide", keepDraft);

  const problems = new ProblemsView(/** @type {HTMLElement} */ (find(form, "[data-problems]")), (line, column) =>
    editor.jump(line, column),
  );
  const checkState = find(form, "[data-check-state]");
  /** @type {import("./checker.js").Problem[]} */
  let known = [];
  /** @param {import("./checker.js").Problem[]} found */
  const showProblems = (found) => {
    const words = verdict(found);
    editor.underline(found);
    problems.show(found);
    if (checkState) checkState.textContent = words;
    // Only a change of their number is news; it is spoken when typing pauses.
    if (words !== verdict(known)) announcer.polite(words);
    known = found;
  };
  const checker = new Checker({
    ask: async (code) => {
      const answer = await post(form.dataset.checkUrl ?? "", { code });
      if (!answer.ok) throw new Error(`check answered ${answer.status}`);
      return answer.data.diagnostics;
    },
    show: showProblems,
    tell: (state) => {
      if (state === "failed" && checkState) {
        checkState.textContent = gettext("I cannot check right now.");
      }
    },
  });
  checker.changed(editor.code);

  const submit = new Submit({
    url: form.dataset.submitUrl ?? "",
    code: () => editor.code,
    button: /** @type {HTMLButtonElement} */ (find(form, "[data-submit]")),
    accepted: (id, position, wait) => {
      lastSent = editor.code;
      draft.forget();
      show(notice, false);
      showProblems(known.filter(isWarning));
      sent(id, position, wait);
    },
    mistakes: (found, message) => {
      showProblems(found);
      announcer.polite(message);
      editor.jump(found[0].line, found[0].column);
    },
    refused: (message, hint) => {
      problems.showRefusal(message, hint);
      announcer.polite(`${message} ${hint}`);
    },
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit.run();
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
}
