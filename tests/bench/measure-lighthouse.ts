import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findChromium } from '../support/find-chromium';
import { type Figure, medianOf } from './figure';

const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Measures the home page with Lighthouse's mobile defaults (slow 4G, 4x CPU): the median of five runs. */
export async function measureLighthouse(url: string): Promise<Figure[]> {
  const scores = new Map<string, number[]>();
  const note = (name: string, value: number) => scores.set(name, [...(scores.get(name) ?? []), value]);
  for (let run = 0; run < RUNS; run += 1) {
    const chromePath = findChromium();
    const chrome = await launch({
      ...(chromePath ? { chromePath } : {}),
      chromeFlags: [
        '--headless=new',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    try {
      const result = await lighthouse(url, {
        port: chrome.port,
        logLevel: 'error',
      });
      for (const category of CATEGORIES) {
        note(category, (result?.lhr.categories[category]?.score ?? 0) * 100);
      }
      note('lcp', result?.lhr.audits['largest-contentful-paint']?.numericValue ?? Number.NaN);
      note('tbt', result?.lhr.audits['total-blocking-time']?.numericValue ?? Number.NaN);
      note('cls', result?.lhr.audits['cumulative-layout-shift']?.numericValue ?? Number.NaN);
    } finally {
      chrome.kill();
    }
  }
  const median = (name: string) => medianOf(scores.get(name) ?? []);
  return [
    {
      name: 'Lighthouse performance',
      value: median('performance'),
      unit: '',
      target: { atLeast: 98 },
    },
    {
      name: 'Lighthouse accessibility',
      value: median('accessibility'),
      unit: '',
      target: { atLeast: 100 },
    },
    {
      name: 'Lighthouse best practices',
      value: median('best-practices'),
      unit: '',
      target: { atLeast: 100 },
    },
    {
      name: 'Lighthouse SEO',
      value: median('seo'),
      unit: '',
      target: { atLeast: 100 },
    },
    {
      name: 'LCP',
      value: median('lcp') / 1000,
      unit: 's',
      target: { atMost: 1.8 },
    },
    { name: 'TBT', value: median('tbt'), unit: 'ms', target: { atMost: 100 } },
    { name: 'CLS', value: median('cls'), unit: '', target: { atMost: 0.01 } },
  ];
}
