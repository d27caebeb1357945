import { ProblemError } from './problem-response';

/** `bytes 0-1023/4096`, or `bytes *` + `/4096` to ask how much the server holds (RFC 9110, 14.4 and 14.5). */
const RANGE = /^bytes (?:(\d{1,9})-(\d{1,9})|\*)\/(\d{1,9})$/;

/**
 * Returns where a body belongs; a body without a range is the whole. Throws a problem where the range and the
 * body contradict each other.
 */
export function readContentRange(
  header: string | undefined,
  bodyBytes: number,
): { readonly start: number; readonly total: number } {
  if (header === undefined) {
    if (bodyBytes === 0) throw new ProblemError('request-malformed');
    return { start: 0, total: bodyBytes };
  }
  const [, first, end, all] = RANGE.exec(header) ?? [];
  const total = Number(all);
  if (!(total > 0)) throw new ProblemError('request-malformed');
  if (first === undefined || end === undefined) {
    if (bodyBytes > 0) throw new ProblemError('request-malformed');
    return { start: 0, total };
  }
  const start = Number(first);
  if (Number(end) - start + 1 !== bodyBytes || Number(end) >= total)
    throw new ProblemError('request-malformed');
  return { start, total };
}
