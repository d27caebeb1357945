import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply } from 'fastify';

const YEAR_SECONDS = 31_536_000;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
const PERMISSIONS = [
  'geolocation=(self)',
  'camera=(self)',
  'microphone=()',
  'payment=()',
  'usb=()',
  'serial=()',
  'midi=()',
  'browsing-topics=()',
].join(', ');

export type SecurityOptions = { readonly webRoot: string | undefined; readonly isBehindTls: boolean };

/** Headers of every answer. What stands inline in the built pages is allowed by its hash, never as a whole. */
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
    // Sent only where TLS really ends: on plain http://localhost it would lock the next project out.
    hsts: options.isBehindTls ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
  });
  // The same for every answer: put together once.
  let headers: readonly (readonly [string, string | number | string[]])[] | undefined;
  app.addHook('onRequest', (_request, reply, done) => {
    headers ??= makeHeaders(reply);
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    done();
  });
}

function makeHeaders(reply: FastifyReply): [string, string | number | string[]][] {
  reply.raw.setHeader('permissions-policy', PERMISSIONS);
  reply.helmet();
  return Object.entries(reply.raw.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
}

function readPages(webRoot: string): string[] {
  const names = readdirSync(webRoot).filter((name) => name.endsWith('.html'));
  return names.map((name) => readFileSync(join(webRoot, name), 'utf8'));
}

function hashesOf(pages: readonly string[], inline: RegExp): string[] {
  const texts = pages.flatMap((page) => [...page.matchAll(inline)].map((match) => match[1] ?? ''));
  return [...new Set(texts)].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}
