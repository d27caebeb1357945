import type { FastifyInstance } from 'fastify';

const LINE = /^(?<indent>(?:[│ ] {3})*)[├└]── (?<part>.*?)(?: \((?<methods>[A-Z, ]+)\))?$/;

/** Lists every route that the app answers, such as `GET /api/health`, read from the app's own router. */
export function listRoutes(app: FastifyInstance): string[] {
  const parts: string[] = [];
  const routes: string[] = [];
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const { indent = '', part = '', methods } = LINE.exec(line)?.groups ?? {};
    parts.splice(indent.length / 4, Number.POSITIVE_INFINITY, part);
    for (const method of methods?.split(', ') ?? []) routes.push(`${method} ${parts.join('')}`);
  }
  return routes;
}
