// Quorum for CodeMirror: the grammar with colours, indentation and folding.

import { LRLanguage, continuedIndent, foldNodeProp, indentNodeProp } from "@codemirror/language";
import { styleTags, tags } from "@lezer/highlight";

import { parser } from "./quorum.grammar";

/** @typedef {import("@lezer/common").SyntaxNode} SyntaxNode */
/** @typedef {import("@codemirror/state").EditorState} EditorState */
/** @typedef {import("@codemirror/language").TreeIndentContext} TreeIndentContext */

const CLOSING = /^\s*(end|else|elseif|detect|always)\b/;

const BLOCKS = "ClassDeclaration ActionDeclaration OnCreate IfStatement RepeatStatement CheckStatement";
const CLAUSES = "ElseIfClause ElseClause DetectClause AlwaysClause";
const LINES =
  "ReturnStatement OutputStatement SayStatement Declaration Assignment CallStatement ActionSignature";
const PARENTHESES =
  "Arguments Parameters ParenthesizedExpression InputExpression CastExpression AlertStatement";

const colours = styleTags({
  "if elseif else end repeat times while until check detect always return now": tags.controlKeyword,
  "output say alert input cast": tags.keyword,
  "package use": tags.moduleKeyword,
  "class action on create returns blueprint system shared": tags.definitionKeyword,
  "public private constant": tags.modifier,
  "and or not is mod": tags.operatorKeyword,
  "me parent": tags.self,
  "integer number text boolean": tags.typeName,
  "true false undefined": tags.atom,
  Identifier: tags.variableName,
  "Definition/Identifier": tags.definition(tags.variableName),
  "QualifiedName/Identifier ClassDeclaration/Definition/Identifier": tags.className,
  "UseLine/QualifiedName/Identifier PackageLine/QualifiedName/Identifier": tags.namespace,
  "Call/Identifier ActionDeclaration/Definition/Identifier": tags.function(tags.variableName),
  "ActionSignature/Definition/Identifier": tags.function(tags.variableName),
  "Integer Number": tags.number,
  String: tags.string,
  LineComment: tags.lineComment,
  BlockComment: tags.blockComment,
});

/** Lines of a block stand one step further in than its first and its last word. @param {TreeIndentContext} context */
function blockIndent(context) {
  return context.baseIndent + (CLOSING.test(context.textAfter) ? 0 : context.unit);
}

/** Texts and comments stay where they are. */
const untouched = () => null;

/** From the end of a block's first line to its `end`, or as far as there is something. @param {SyntaxNode} node @param {EditorState} state */
function foldBlock(node, state) {
  const from = state.doc.lineAt(node.from).to;
  const last = node.lastChild;
  const to = last?.name === "end" ? last.from : node.to;
  return to > from ? { from, to } : null;
}

/** @param {SyntaxNode} node @param {EditorState} state */
function foldComment(node, state) {
  const from = state.doc.lineAt(node.from).to;
  return node.to - 2 > from ? { from, to: node.to - 2 } : null;
}

export const quorumLanguage = LRLanguage.define({
  name: "quorum",
  parser: parser.configure({
    props: [
      colours,
      indentNodeProp.add({
        [`${BLOCKS} ${CLAUSES}`]: blockIndent,
        [LINES]: continuedIndent(),
        [PARENTHESES]: continuedIndent({ except: /^\s*\)/ }),
        "String BlockComment": untouched,
      }),
      foldNodeProp.add({ [`${BLOCKS} ${CLAUSES}`]: foldBlock, BlockComment: foldComment }),
    ],
  }),
  languageData: {
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    indentOnInput: /^\s*(end|else|elseif|detect|always)$/,
    closeBrackets: { brackets: ["(", '"'] },
  },
});
