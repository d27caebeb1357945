import type { Verdict } from './verdict';

/** What a frame reports to the page that contains it. */
export type Report = {
  /** Height of what the frame shows, in CSS pixels. */
  readonly height: number;
  /** Undefined until the example is judged. */
  readonly verdict: Verdict | undefined;
};

export function tellPage(report: Report): void {
  window.parent.postMessage(report, location.origin);
}

/** Listens to the reports of one frame, until the returned function is called. */
export function hearFrame(frame: HTMLIFrameElement, onReport: (report: Report) => void): () => void {
  const hear = (event: MessageEvent<Report>) => {
    if (event.source === frame.contentWindow) onReport(event.data);
  };
  addEventListener('message', hear);
  return () => removeEventListener('message', hear);
}
