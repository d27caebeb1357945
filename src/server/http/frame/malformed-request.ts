import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { problemDetailsOf } from '../../../contract/problem';
import type { Problem } from '../../../domain/problem';
import { refuse } from '../../../domain/result';

const PROBLEMS_OF_NODE: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: 'request-headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'request-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
};

/**
 * Answers bytes that Node could not read as an HTTP request, with a problem like any other. Nothing that
 * follows on this connection can be trusted, so it is closed.
 */
export function answerMalformed(error: { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const details = problemDetailsOf(refuse(PROBLEMS_OF_NODE[error.code ?? ''] ?? 'request-malformed'));
  const body = JSON.stringify(details);
  const head = [
    `HTTP/1.1 ${details.status} ${STATUS_CODES[details.status]}`,
    'content-type: application/problem+json',
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
