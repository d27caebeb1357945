import { useEffect, useRef } from 'react';
import { useWords } from '../../copy/words';

/** Shape Detection API: not in the DOM's types, as some browsers have none. */
type Detector = {
  readonly detect: (from: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
};
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const LOOK_MS = 250;

function findDetector(): DetectorClass | undefined {
  const found: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  return typeof found === 'function' ? (found as DetectorClass) : undefined;
}

/** Whether this phone can read a QR code. */
export function canScan(): boolean {
  return findDetector() !== undefined && typeof navigator.mediaDevices?.getUserMedia === 'function';
}

type ScanCodeProps = { onCode: (text: string) => void; onFail: () => void };

/** The camera, until it sees a QR code. Criteria: the picture stays on this phone; the camera is off once this is gone. */
export function ScanCode({ onCode, onFail }: ScanCodeProps) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const handlers = useRef({ onCode, onFail });
  useEffect(() => {
    handlers.current = { onCode, onFail };
  });
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (detector: Detector) => {
      const codes = video.current ? await detector.detect(video.current).catch(() => []) : [];
      const code = codes[0];
      if (isOver) return;
      if (code !== undefined) handlers.current.onCode(code.rawValue);
      else timer = setTimeout(() => void look(detector), LOOK_MS);
    };
    const open = async () => {
      const Found = findDetector();
      if (Found === undefined) throw new Error('no detector');
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      if (isOver || video.current === null) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      await look(new Found({ formats: ['qr_code'] }));
    };
    const stop = () => {
      isOver = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    // No camera, or not allowed: the phone.s own camera app does it.
    open().catch(() => handlers.current.onFail());
    return stop;
  }, []);
  return (
    <figure className="move__scan">
      <video className="move__picture" ref={video} muted playsInline />
      <figcaption>{t('move.scan.hint')}</figcaption>
    </figure>
  );
}
