import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = `${process.cwd()}/src/web/ui`;
const tokens = readFileSync(`${folder}/theme/tokens.css`, 'utf8');

function readColours(selector: string): Map<string, string> {
  const block = tokens.slice(tokens.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    Array.from(block.matchAll(/--([\w-]+): ([^;]+);/g), (match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** Relative luminance by WCAG 2.2 of a colour such as #0b4f4a. */
function measureLuminance(colour: string): number {
  const channels = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function measureContrast(one: string, other: string): number {
  const [a, b] = [measureLuminance(one), measureLuminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ['paper', 'surface', 'sunken', 'primary-soft'];
const textPairs = [
  ...['ink', 'ink-soft', 'primary', 'primary-strong', 'problem-ink'].flatMap((ink) =>
    grounds.map((ground) => [ink, ground] as const),
  ),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-strong'],
  ['on-danger', 'danger'],
  ['info-ink', 'info-ground'],
  ['success-ink', 'success-ground'],
  ['warning-ink', 'warning-ground'],
  ['problem-ink', 'problem-ground'],
] as const;

const themes = [
  ['day', readColours(':root')],
  ['night', new Map([...readColours(':root'), ...readColours(':root[data-theme="dark"]')])],
] as const;

describe.each(themes)('the %s theme', (_theme, colours) => {
  const pick = (name: string) => colours.get(name) ?? 'missing';

  it.each(textPairs)('has %s on %s at a contrast of at least 7:1', (ink, ground) => {
    expect(measureContrast(pick(ink), pick(ground))).toBeGreaterThanOrEqual(7);
  });

  it('has edges of fields and the focus ring at a contrast of at least 3:1', () => {
    for (const ground of ['paper', 'surface']) {
      expect(measureContrast(pick('edge'), pick(ground))).toBeGreaterThanOrEqual(3);
      const ring = [pick('gold'), pick('focus-edge')].map((colour) => measureContrast(colour, pick(ground)));
      expect(Math.max(...ring)).toBeGreaterThanOrEqual(3);
    }
    expect(measureContrast(pick('gold'), pick('focus-edge'))).toBeGreaterThanOrEqual(3);
  });
});

describe('style sheets', () => {
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );

  it("have the same night colours for the switch and for the phone's setting", () => {
    const asked = readColours(':root:not([data-theme="light"])');
    expect(asked.size).toBeGreaterThan(20);
    expect([...asked]).toEqual([...readColours(':root[data-theme="dark"]')]);
  });

  it('state the order of the layers wherever they are loaded, and size type in rem', () => {
    expect(sheets.length).toBeGreaterThan(20);
    for (const sheet of sheets) {
      const text = readFileSync(`${folder}/${sheet}`, 'utf8');
      if (!sheet.startsWith('theme/')) {
        expect(text.startsWith('@layer reset, tokens, base, components, utilities;\n'), sheet).toBe(true);
      }
      expect(text, sheet).not.toMatch(/font-size: [\d.]+px/);
    }
  });
});

/** The selectors of a style sheet, one for each rule. */
function selectorsOf(css: string): string[] {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g);
  return Array.from(rules, ([, start = '']) => start.trim()).filter((start) => !start.startsWith('@'));
}

describe('the layers of all style sheets', () => {
  const web = `${process.cwd()}/src/web`;
  const sheets = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, readFileSync(`${web}/${name}`, 'utf8')] as const);

  // The build counts a layer's specificity for each file by the ids in it (build/browsers.ts).
  it.each(sheets)('of %s hold no selector with an id', (_name, css) => {
    expect(selectorsOf(css).filter((selector) => /#[\w-]/.test(selector))).toEqual([]);
  });

  it.each(sheets)('of %s are in the one order', (_name, css) => {
    expect(css).toContain('@layer reset, tokens, base, components, utilities;');
  });

  it('are read as selectors', () => {
    const css =
      '@layer a {\n  /* #no */ .one #two {\n color: #fff;\n }\n @media print { p, a:not(#three) { color: #000 } } }';
    expect(selectorsOf(css)).toEqual(['.one #two', 'p, a:not(#three)']);
  });
});
