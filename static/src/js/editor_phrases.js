// What CodeMirror itself says, in the reader's language.

import { gettext } from "./texts.js";

/** @returns {Record<string, string>} */
export function editorPhrases() {
  return {
    Find: gettext("Find"),
    Replace: gettext("Replace with"),
    next: gettext("next"),
    previous: gettext("previous"),
    all: gettext("all"),
    "match case": gettext("match case"),
    regexp: gettext("pattern"),
    "by word": gettext("whole words"),
    replace: gettext("replace"),
    "replace all": gettext("replace all"),
    close: gettext("close"),
    "current match": gettext("current match"),
    "on line": gettext("on line"),
    "replaced match on line $": gettext("replaced on line $"),
    "replaced $ matches": gettext("$ replaced"),
    Completions: gettext("Proposed words"),
    "Control character": gettext("Control character"),
    "Selection deleted": gettext("Selection deleted"),
    "Fold line": gettext("Fold the block"),
    "Unfold line": gettext("Unfold the block"),
    "Folded lines": gettext("Folded lines"),
    "Unfolded lines": gettext("Unfolded lines"),
    to: gettext("to"),
    "folded code": gettext("folded lines"),
    unfold: gettext("unfold"),
  };
}
