import { connect } from 'node:net';

const HEAD_END = '\r\n\r\n';

export type Load = {
  readonly perSecond: number;
  readonly p99Ms: number;
  /** Answers that hold all of the given words; the others are not counted in `perSecond`. */
  readonly good: number;
};

/**
 * Sends prepared requests over kept connections, each of which waits for its answer before it sends the next.
 * It uses plain sockets: Node's own client would cost more than the measured server.
 */
export async function sendAll(
  url: string,
  requests: readonly Buffer[],
  connections: number,
  words: readonly string[],
): Promise<Load> {
  const { hostname, port } = new URL(url);
  const queue = requests.values();
  const timesMs: number[] = [];
  let good = 0;
  const start = performance.now();
  const runOne = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({
        host: hostname,
        port: Number(port),
        noDelay: true,
      });
      let sentAt = 0;
      let answer = '';
      const sendNext = () => {
        const next = queue.next();
        if (next.done === true) {
          socket.end();
          resolve();
          return;
        }
        answer = '';
        sentAt = performance.now();
        socket.write(next.value);
      };
      socket.setEncoding('utf8');
      socket.on('connect', sendNext);
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the server closed a connection')));
      socket.on('data', (chunk: string) => {
        answer += chunk;
        if (!isWhole(answer)) return;
        timesMs.push(performance.now() - sentAt);
        if (answer.startsWith('HTTP/1.1 200') && words.every((word) => answer.includes(word))) good += 1;
        sendNext();
      });
    });
  await Promise.all(Array.from({ length: connections }, runOne));
  const seconds = (performance.now() - start) / 1000;
  const sorted = timesMs.sort((a, b) => a - b);
  return {
    perSecond: good / seconds,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
    good,
  };
}

function isWhole(answer: string): boolean {
  const headEnd = answer.indexOf(HEAD_END);
  if (headEnd === -1) return false;
  const length = /content-length: (\d+)/i.exec(answer.slice(0, headEnd))?.[1];
  if (length === undefined) throw new Error(`an answer without its length:\n${answer}`);
  // The answers are ASCII: a character is a byte.
  return answer.length >= headEnd + HEAD_END.length + Number(length);
}
