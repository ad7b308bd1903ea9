// CodeMirror in the place of the textarea: colours, checking while typing, draft, switches.

import { autocompletion, closeBrackets, completionKeymap, completeFromList } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
  toggleFold,
} from "@codemirror/language";
import { nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";

import { columnOffset } from "./checker.js";
import { codeWords, plainWords } from "./code_words.js";
import { element } from "./dom.js";
import { editorPhrases } from "./editor_phrases.js";
import { editorTheme, quorumColors } from "./editor_theme.js";
import { GrammarChecker } from "./grammar_checker.js";
import { isWarning } from "./problems_view.js";
import { blockMatching, goToOtherEnd } from "./quorum/block_matching.js";
import { quorumLanguage } from "./quorum/language.js";
import { WORDS } from "./quorum/words.js";
import { gettext } from "./texts.js";

/** @typedef {import("./checker.js").Problem} Problem */

export class Editor {
  /**
   * @param {HTMLTextAreaElement} textarea its text and its name; it stays in the form
   * @param {HTMLElement} mount
   * @param {object} does
   * @param {(code: string) => void} does.changed
   * @param {(mistake: Problem | null) => void} does.read the grammar of a change was looked at
   * @param {() => void} does.submit
   */
  constructor(textarea, mount, does) {
    this.textarea = textarea;
    this.grammar = new GrammarChecker({ state: () => this.view.state, tell: does.read });
    this.does = does;
    this.tab = new Compartment();
    this.shortcuts = new Compartment();
    this.view = new EditorView({
      parent: mount,
      doc: textarea.value,
      extensions: [
        Prec.high(this.shortcuts.of([])),
        this.tab.of([]),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        bracketMatching(),
        blockMatching,
        codeFolding(),
        foldGutter(),
        closeBrackets(),
        autocompletion({ activateOnTyping: false, override: [completeFromList(WORDS)] }),
        highlightSelectionMatches(),
        quorumLanguage,
        syntaxHighlighting(quorumColors),
        editorTheme,
        EditorState.phrases.of(editorPhrases()),
        EditorView.contentAttributes.of({
          "aria-label": gettext("Your program"),
          "aria-describedby": "tab-help",
          tabindex: "0",
          spellcheck: "false",
          autocapitalize: "off",
          autocorrect: "off",
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          this.textarea.value = this.code;
          this.grammar.changed();
          does.changed(this.code);
        }),
      ],
    });
    this.grammar.changed();
    mount.hidden = false;
    textarea.hidden = true;
    textarea.labels[0]?.addEventListener("click", () => this.view.focus());
  }

  get code() {
    return this.view.state.doc.toString();
  }

  /** Takes another text; it can be undone. @param {string} code */
  replace(code) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: code } });
  }

  /** @param {Problem[]} problems */
  underline(problems) {
    const diagnostics = problems.map((problem) => {
      const from = this.offset(problem.line, problem.column);
      const to = Math.max(from, this.offset(problem.end_line, problem.end_column));
      const severity = isWarning(problem) ? "warning" : "error";
      const hint = problem.hint && `\n${problem.hint}`;
      const words = (isWarning(problem) ? gettext("Advice:") + " " : "") + problem.message + hint;
      return /** @type {import("@codemirror/lint").Diagnostic} */ ({
        from,
        to,
        severity,
        message: plainWords(words),
        renderMessage: () => element("span", {}, ...codeWords(words)),
      });
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** @param {number} line 1-based @param {number} [column] 1-based */
  jump(line, column = 1) {
    const anchor = this.offset(line, column);
    this.view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    });
    this.view.focus();
  }

  /** @param {number} line @param {number} column */
  offset(line, column) {
    const { doc } = this.view.state;
    const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
    return found.from + columnOffset(found.text, column);
  }

  /** @param {boolean} indents */
  setTab(indents) {
    this.view.dispatch({ effects: this.tab.reconfigure(indents ? keymap.of([indentWithTab]) : []) });
  }

  /** @param {boolean} on */
  setShortcuts(on) {
    const submit = { key: "Mod-Enter", run: () => (this.does.submit(), true) };
    const next = { key: "F8", run: nextDiagnostic };
    const end = { key: "F2", run: goToOtherEnd };
    const fold = { key: "F4", run: toggleFold };
    const keys = keymap.of([submit, next, end, fold, ...searchKeymap, ...completionKeymap]);
    this.view.dispatch({ effects: this.shortcuts.reconfigure(on ? keys : []) });
  }
}
