import './scan-code.css';
import { useEffect, useRef } from 'react';

/** The Shape Detection API, which the DOM types lack because some browsers do. */
type Detector = {
  readonly detect: (from: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
};
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const SCAN_EVERY_MS = 250;

function findDetector(): DetectorClass | undefined {
  const found: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  return typeof found === 'function' ? (found as DetectorClass) : undefined;
}

/** Whether this phone can read a QR code. */
export function canScan(): boolean {
  return findDetector() !== undefined && typeof navigator.mediaDevices?.getUserMedia === 'function';
}

type ScanCodeProps = {
  /** Where to point the camera, in words below the picture. */
  hint: string;
  onCode: (text: string) => void;
  /** Called when there is no camera or the page may not use it. */
  onFail: () => void;
};

/**
 * Shows the camera until it sees a QR code. Criteria: the picture stays on this phone; the camera stops when
 * this is removed.
 */
export function ScanCode({ hint, onCode, onFail }: ScanCodeProps) {
  const video = useRef<HTMLVideoElement>(null);
  const handlers = useRef({ onCode, onFail });
  useEffect(() => {
    handlers.current = { onCode, onFail };
  });
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const scan = async (detector: Detector) => {
      const codes = video.current ? await detector.detect(video.current).catch(() => []) : [];
      const code = codes[0];
      if (isOver) return;
      if (code !== undefined) handlers.current.onCode(code.rawValue);
      else timer = setTimeout(() => void scan(detector), SCAN_EVERY_MS);
    };
    const open = async () => {
      const Found = findDetector();
      if (Found === undefined) throw new Error('this browser has no barcode detector');
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (isOver || video.current === null) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      await scan(new Found({ formats: ['qr_code'] }));
    };
    const stop = () => {
      isOver = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    open().catch(() => handlers.current.onFail());
    return stop;
  }, []);
  return (
    <figure className="scan-code">
      <video className="scan-code__picture" ref={video} muted playsInline />
      <figcaption>{hint}</figcaption>
    </figure>
  );
}
