import type { Verdict } from './verdict';

/** What a frame tells the page that holds it. */
export type Report = {
  /** CSS pixels of what it shows. */
  readonly height: number;
  /** Undefined until the example is judged. */
  readonly verdict: Verdict | undefined;
};

export function tellPage(report: Report): void {
  window.parent.postMessage(report, location.origin);
}

/** Hears what one frame tells; ends when the returned function is called. */
export function hearFrame(frame: HTMLIFrameElement, onReport: (report: Report) => void): () => void {
  const hear = (event: MessageEvent<Report>) => {
    if (event.source === frame.contentWindow) onReport(event.data);
  };
  addEventListener('message', hear);
  return () => removeEventListener('message', hear);
}
