import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const CHECK_AGAIN_MS = 100;

/**
 * While the server closes, connections that carry no request are closed too. Fastify looks once, at its start: one whose
 * answer ends later, and one that a browser opened in advance and never asked on, would hold the server for as long as the
 * other side likes.
 */
export function closeIdleConnections(app: FastifyInstance): void {
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  app.addHook('preClose', (done) => {
    // A test that injects its requests listens to nothing.
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
