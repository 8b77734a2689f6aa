import ts from 'typescript';

/** One small change of a source text: `text` stands in place of what lies from `start` to `end`. */
export interface Mutant {
  readonly kind: MutantKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The expression that runs when the changed code does: where a marker can be put. */
  readonly site: { readonly start: number; readonly end: number };
}

export type MutantKind =
  'sign' | 'comparison' | 'condition' | 'logic' | 'default' | 'constant' | 'rounding' | 'removed call';

const SIGNS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
  [ts.SyntaxKind.PercentToken]: '*',
  [ts.SyntaxKind.PlusEqualsToken]: '-=',
  [ts.SyntaxKind.MinusEqualsToken]: '+=',
  [ts.SyntaxKind.AsteriskEqualsToken]: '/=',
  [ts.SyntaxKind.SlashEqualsToken]: '*=',
};

// Both neighbours of an order: a border moved by one, and the opposite.
const COMPARISONS: Partial<Record<ts.SyntaxKind, readonly string[]>> = {
  [ts.SyntaxKind.LessThanToken]: ['<=', '>='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
};

const ROUNDINGS: Readonly<Partial<Record<string, string>>> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  trunc: 'ceil',
};

/** All mutants of a TypeScript source, in the order of their places. Left alone are types, imports, texts (but those that are
 *  defaults) and what is thrown: its words are not behaviour that a room's tests should spell out. */
export function mutantsOf(source: string, name = 'file.ts'): Mutant[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ESNext, true);
  const found: Mutant[] = [];
  const add = (kind: MutantKind, part: ts.Node, text: string, site: ts.Node = part): void => {
    const place = (node: ts.Node) => ({ start: node.getStart(file), end: node.end });
    found.push({ kind, ...place(part), text, site: place(site) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isThrowStatement(node) || ts.isImportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) mutateBinary(node, add);
    else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      add('condition', condition, `!(${condition.getText(file)})`);
    } else if (ts.isPrefixUnaryExpression(node)) mutatePrefix(node, add);
    else if (ts.isCallExpression(node)) mutateCall(node, add);
    else if (isDefault(node)) mutateDefault(node, add);
    else if (ts.isNumericLiteral(node) && isValue(node)) add('constant', node, otherNumber(node));
    else if (node.kind === ts.SyntaxKind.TrueKeyword) add('constant', node, 'false');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) add('constant', node, 'true');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.sort((a, b) => a.start - b.start || a.text.localeCompare(b.text));
}

type Add = (kind: MutantKind, part: ts.Node, text: string, site?: ts.Node) => void;

function mutateBinary(node: ts.BinaryExpression, add: Add): void {
  const { operatorToken: operator, left, right } = node;
  const sign = SIGNS[operator.kind];
  if (sign !== undefined && !isText(left) && !isText(right)) add('sign', operator, sign, node);
  for (const other of COMPARISONS[operator.kind] ?? []) add('comparison', operator, other, node);
  if (operator.kind === ts.SyntaxKind.AmpersandAmpersandToken) add('logic', operator, '||', node);
  if (operator.kind === ts.SyntaxKind.BarBarToken) add('logic', operator, '&&', node);
  // The value that is there, or else the default: once always the default.
  if (operator.kind === ts.SyntaxKind.QuestionQuestionToken) add('default', node, right.getText());
}

function mutatePrefix(node: ts.PrefixUnaryExpression, add: Add): void {
  if (node.operator === ts.SyntaxKind.MinusToken) add('sign', node, node.operand.getText());
  if (node.operator === ts.SyntaxKind.ExclamationToken) add('condition', node, `(${node.operand.getText()})`);
}

function mutateCall(node: ts.CallExpression, add: Add): void {
  if (ts.isExpressionStatement(node.parent)) add('removed call', node, 'void 0');
  const called = node.expression;
  if (!ts.isPropertyAccessExpression(called) || called.expression.getText() !== 'Math') return;
  const other = ROUNDINGS[called.name.text];
  if (other !== undefined) add('rounding', called.name, other, node);
}

function isDefault(node: ts.Node): node is ts.StringLiteral {
  return (
    ts.isStringLiteral(node) &&
    (ts.isBindingElement(node.parent) || ts.isParameter(node.parent)) &&
    node.parent.initializer === node
  );
}

/** Another value of the default's own type where the file names one beside it, else an empty text. */
function mutateDefault(node: ts.StringLiteral, add: Add): void {
  const others = [...node.getSourceFile().text.matchAll(/'([a-zA-Z-]+)'(?:\s*\|\s*'([a-zA-Z-]+)')+/g)]
    .flatMap(([all]) => [...all.matchAll(/'([a-zA-Z-]+)'/g)].map(([, value]) => value))
    .filter((value) => value !== node.text);
  add('default', node, `'${others[0] ?? ''}'`);
}

/** A number that is no key, no index of a tuple's type, and no version of a format in an enumeration. */
function isValue(node: ts.NumericLiteral): boolean {
  const { parent } = node;
  return !(
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isEnumMember(parent) ||
    ts.isLiteralTypeNode(parent)
  );
}

function otherNumber(node: ts.NumericLiteral): string {
  const value = Number(node.text.replaceAll('_', ''));
  if (value === 0) return '1';
  return Number.isInteger(value) ? String(value + 1) : String(value * 2);
}

function isText(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  return ts.isBinaryExpression(node) && (isText(node.left) || isText(node.right));
}
