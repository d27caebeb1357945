import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../../../domain/result';
import { sendProblem } from './problem-response';
import { isApiUrl, pathOf } from './request-path';

const PAGE_METHODS = ['GET', 'HEAD'];

/**
 * Answers what no route answers: another method of a known path, or a page that an app draws itself
 * (app.html, and below /petugas the staff app's own). For a missing file it never answers with a page: a
 * script that turns out to be HTML breaks an open app.
 */
export function answerUnknownPaths(app: FastifyInstance, hasWebFiles: boolean): void {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', (route) => {
    const known = methods.get(route.url) ?? new Set();
    for (const method of [route.method].flat()) known.add(method);
    methods.set(route.url, known);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request.url);
    const isApi = isApiUrl(request.url);
    const allowed = isApi ? [...(methods.get(path) ?? [])] : hasWebFiles ? PAGE_METHODS : [];
    if (allowed.length > 0 && !allowed.includes(request.method)) {
      return sendProblem(reply.header('allow', allowed.join(', ')), refuse('method-not-allowed'));
    }
    if (!isApi && hasWebFiles && isPage(path, request)) return sendShell(reply, path);
    return sendProblem(reply, refuse('not-found'));
  });
}

function isPage(path: string, request: FastifyRequest): boolean {
  return !/\.[a-z0-9]{1,12}$|\.\./i.test(path) && (request.headers.accept ?? '').includes('text/html');
}

function sendShell(reply: FastifyReply, path: string): FastifyReply {
  return reply.code(200).sendFile(path.startsWith('/petugas/') ? 'petugas/index.html' : 'app.html');
}
