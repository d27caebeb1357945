import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SPOKEN_ATTRIBUTES = new Set([
  'aria-label',
  'aria-description',
  'title',
  'alt',
  'label',
  'hint',
  'placeholder',
  'summary',
  'lead',
  'caption',
]);
const HAS_LETTERS = /\p{L}{2}/u;

/** Lists the words in a component's code, where no translation reaches them. */
function findLiterals(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, words: string) => {
    if (HAS_LETTERS.test(words)) {
      found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${words.trim()}`);
    }
  };
  const noteLiteral = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) note(node, node.text);
    if (ts.isConditionalExpression(node)) {
      noteLiteral(node.whenTrue);
      noteLiteral(node.whenFalse);
    }
    if (ts.isBinaryExpression(node)) noteLiteral(node.right);
    if (ts.isTemplateExpression(node)) {
      note(node, [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' '));
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    const isChild =
      ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));
    if (isChild && node.expression) noteLiteral(node.expression);
    if (ts.isJsxAttribute(node) && SPOKEN_ATTRIBUTES.has(node.name.getText(file)) && node.initializer) {
      const value = node.initializer;
      if (ts.isStringLiteral(value)) note(value, value.text);
      else if (ts.isJsxExpression(value) && value.expression) noteLiteral(value.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const root = `${process.cwd()}/src/web`;
const files = ['resident', 'ui'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.examples.tsx'))
    .map((name) => `${folder}/${name}`),
);

describe('the code of the resident app', () => {
  it('holds no words itself', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((name) => findLiterals(name, readFileSync(`${root}/${name}`, 'utf8')))).toEqual([]);
  });

  it.each([
    ['<p>Kirim sekarang</p>', 'Kirim sekarang'],
    ['<p>{"Kirim"}</p>', 'Kirim'],
    ['<button aria-label="Tutup" />', 'Tutup'],
    ['<img alt={isOpen ? "Buka" : t("x")} />', 'Buka'],
    [`<p>{\`Langkah $\{step}\`}</p>`, 'Langkah'],
  ])('is reported for %s', (code, words) => {
    expect(findLiterals('planted.tsx', `export const x = ${code};`)).toEqual([
      expect.stringContaining(words),
    ]);
  });

  it('may hold numbers, signs and class names', () => {
    expect(findLiterals('fine.tsx', '<p className="fact">{t("a")}: 12 · {"–"}</p>')).toEqual([]);
  });
});
