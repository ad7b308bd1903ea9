// The editor in the colours of the page, in light, dark and high contrast alike.

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The roles stand in editor.css. */
export const quorumColors = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "700" },
  { tag: [tags.typeName, tags.className], color: "var(--code-type)", fontWeight: "700" },
  { tag: tags.function(tags.variableName), color: "var(--code-action)" },
  { tag: tags.string, color: "var(--code-text)" },
  { tag: [tags.number, tags.atom], color: "var(--code-value)" },
  { tag: tags.comment, color: "var(--code-comment)" },
  { tag: tags.namespace, color: "var(--code-path)" },
]);

const panelButton = {
  minHeight: "2.25rem",
  border: "1px solid var(--line)",
  borderRadius: "0.25rem",
  background: "var(--raised)",
  color: "var(--text)",
  font: "inherit",
};

export const editorTheme = EditorView.theme({
  "&": { fontSize: "var(--code-size)", overflow: "hidden" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.5" },
  ".cm-content": { padding: "0.5rem 0", caretColor: "var(--text)" },
  ".cm-cursor": { borderLeft: "2px solid var(--text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { background: "color-mix(in srgb, var(--primary) 28%, transparent)" },
  ".cm-gutters": { background: "var(--sunken)", color: "var(--muted)", border: "0" },
  ".cm-activeLine": { background: "color-mix(in srgb, var(--primary) 7%, transparent)" },
  ".cm-activeLineGutter": { background: "transparent", color: "var(--text)", fontWeight: "700" },
  ".cm-matchingBracket": { outline: "1px solid var(--line)", background: "transparent !important" },
  ".cm-matchingBlock": {
    borderRadius: "0.1875rem",
    outline: "2px solid var(--code-match)",
    outlineOffset: "1px",
  },
  ".cm-foldGutter .cm-gutterElement": { padding: "0 0.25rem", cursor: "pointer" },
  ".cm-foldPlaceholder": {
    margin: "0 0.25rem",
    padding: "0 0.5rem",
    border: "1px solid var(--line)",
    borderRadius: "0.25rem",
    background: "var(--sunken)",
    color: "var(--text)",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy 2px var(--fail)",
    textUnderlineOffset: "0.25em",
    textDecorationSkipInk: "none",
  },
  ".cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline dashed 2px var(--wait)",
    textUnderlineOffset: "0.25em",
  },
  ".cm-tooltip": {
    border: "1px solid var(--line)",
    borderRadius: "0.5rem",
    background: "var(--raised)",
    color: "var(--text)",
    boxShadow: "var(--shadow)",
    maxWidth: "28rem",
    overflow: "hidden",
  },
  ".cm-diagnostic": { padding: "0.5rem 0.75rem", fontFamily: "var(--font-text)", fontSize: "1rem" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--fail)" },
  ".cm-diagnostic-warning": { borderLeft: "4px solid var(--wait)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    background: "var(--primary)",
    color: "var(--surface)",
  },
  ".cm-panels": { background: "var(--sunken)", color: "var(--text)", fontFamily: "var(--font-text)" },
  ".cm-panel.cm-search": { padding: "0.5rem 2.5rem 0.5rem 0.75rem", fontSize: "1rem" },
  ".cm-panel.cm-search label": { fontSize: "0.9375rem" },
  ".cm-panel.cm-search [name=close]": {
    top: "0.25rem",
    right: "0.25rem",
    width: "2.25rem",
    height: "2.25rem",
    padding: "0",
    fontSize: "1.5rem",
    color: "var(--text)",
    cursor: "pointer",
  },
  ".cm-panel.cm-search input[type=checkbox]": { width: "1.125rem", height: "1.125rem" },
  ".cm-panel .cm-button, .cm-panel .cm-textfield": panelButton,
  ".cm-searchMatch": { background: "color-mix(in srgb, var(--wait) 35%, transparent)" },
  ".cm-searchMatch-selected": { background: "color-mix(in srgb, var(--primary) 45%, transparent)" },
  ".cm-selectionMatch": { background: "color-mix(in srgb, var(--primary) 18%, transparent)" },
});
