import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isApiUrl } from './request-path';

const YEAR_SECONDS = 31_536_000;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
const PERMISSIONS = [
  'geolocation=(self)',
  'camera=(self)',
  'microphone=(self)',
  'payment=()',
  'usb=()',
  'serial=()',
  'midi=()',
  'browsing-topics=()',
].join(', ');

type Header = readonly [string, string | number | string[]];
type HeadersOfKind = Readonly<Record<'page' | 'data' | 'part', readonly Header[]>>;

export type SecurityOptions = {
  readonly webRoot: string | undefined;
  readonly isBehindTls: boolean;
  /** Whether every host name below this one is reached over TLS too (RFC 6797, includeSubDomains). */
  readonly hasTlsSubdomains: boolean;
};

/** Code, styles and archives of them under a hashed name. A worker is not one of them: its policy comes with its own file. */
const PAGE_PART = /^\/(petugas\/)?assets\/[\w.-]+\.(js|css|pack)$/;
/**
 * The headers that matter for code and styles. The others concern documents, and were sent 40 times for one
 * booking.
 */
const PART_HEADERS = new Set([
  'x-content-type-options',
  'cross-origin-resource-policy',
  'strict-transport-security',
]);
const DATA_HEADERS = new Set([...PART_HEADERS, 'referrer-policy', 'x-frame-options']);
/** The policy of anything but a page: a browser that opens such an answer by itself runs nothing in it. */
const DATA_POLICY: Header = ['content-security-policy', "default-src 'none';frame-ancestors 'none'"];

/**
 * Adds security headers to every answer: all of them to a page, a policy that allows nothing to data, and
 * only a few to code and styles, to which the page's policy applies. Inline code in the built pages is
 * allowed by its hash.
 */
export async function addSecurityHeaders(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  const pages = options.webRoot === undefined ? [] : readPages(options.webRoot);
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...hashesOf(pages, INLINE_SCRIPT)],
        styleSrc: ["'self'", ...hashesOf(pages, INLINE_STYLE)],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // Sent only behind TLS: on plain http://localhost it would lock out the next project that a developer
    // runs there.
    hsts: options.isBehindTls ? { maxAge: YEAR_SECONDS, includeSubDomains: options.hasTlsSubdomains } : false,
  });
  // Built once, since all answers of a kind have the same headers.
  let headers: HeadersOfKind | undefined;
  app.addHook('onRequest', (request, reply, done) => {
    headers ??= makeHeaders(reply);
    for (const [name, value] of headers[kindOf(request.url)]) reply.raw.setHeader(name, value);
    done();
  });
}

function kindOf(url: string): keyof HeadersOfKind {
  if (isApiUrl(url)) return 'data';
  return PAGE_PART.test(url) ? 'part' : 'page';
}

function makeHeaders(reply: FastifyReply): HeadersOfKind {
  reply.raw.setHeader('permissions-policy', PERMISSIONS);
  reply.helmet();
  const page = Object.entries(reply.raw.getHeaders()).flatMap(([name, value]): Header[] =>
    value === undefined ? [] : [[name, value]],
  );
  // Helmet set them on this reply, which may be of another kind.
  for (const [name] of page) reply.raw.removeHeader(name);
  return {
    page,
    data: [...page.filter(([name]) => DATA_HEADERS.has(name)), DATA_POLICY],
    part: page.filter(([name]) => PART_HEADERS.has(name)),
  };
}

function readPages(webRoot: string): string[] {
  const folders = ['.', 'petugas'].filter((folder) => existsSync(join(webRoot, folder)));
  const names = folders
    .flatMap((folder) => readdirSync(join(webRoot, folder)).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.html'));
  return names.map((name) => readFileSync(join(webRoot, name), 'utf8'));
}

function hashesOf(pages: readonly string[], inline: RegExp): string[] {
  const texts = pages.flatMap((page) => [...page.matchAll(inline)].map((match) => match[1] ?? ''));
  return [...new Set(texts)].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}
