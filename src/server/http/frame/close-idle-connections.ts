import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const CHECK_AGAIN_MS = 100;

/**
 * Closes connections that carry no request for as long as the server is closing. Fastify does so only once,
 * at the start: a connection whose answer ends later, or one that a browser opened in advance and never used,
 * would hold up the server for as long as the other side likes.
 */
export function closeIdleConnections(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  app.addHook('preClose', (done) => {
    // A server whose requests a test injects does not listen.
    if (!app.server.listening) return done();
    const closeIdle = () => {
      app.server.closeIdleConnections();
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    };
    const timer = setInterval(closeIdle, CHECK_AGAIN_MS);
    app.server.once('close', () => clearInterval(timer));
    done();
  });
}
