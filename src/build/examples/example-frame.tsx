import { useEffect, useRef, useState } from 'react';
import type { Example } from '../../web/ui/example';
import { frameAddress } from './frame-address';
import { type Look, nameLook } from './looks';
import { hearFrame } from './report';
import { isSound, tellVerdict, type Verdict } from './verdict';

const PHONE_HEIGHT = 640;

type ExampleFrameProps = {
  component: string;
  example: Example;
  look: Look;
  onVerdict: (verdict: Verdict) => void;
};

/**
 * Shows one example in one look, and what axe found in it. The example has its own frame, so that look and
 * width are real.
 */
export function ExampleFrame({ component, example, look, onVerdict }: ExampleFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const tell = useRef(onVerdict);
  const [height, setHeight] = useState(PHONE_HEIGHT);
  const [verdict, setVerdict] = useState<Verdict>();
  useEffect(() => {
    tell.current = onVerdict;
  });
  const { isWholeScreen } = example;
  useEffect(() => {
    if (!frame.current) return;
    return hearFrame(frame.current, (report) => {
      if (!isWholeScreen) setHeight(report.height);
      if (!report.verdict) return;
      setVerdict(report.verdict);
      tell.current(report.verdict);
    });
  }, [isWholeScreen]);
  const isFaulty = verdict !== undefined && !isSound(verdict);
  return (
    <figure className={example.isOnPaper ? 'look look--paper' : 'look'}>
      <figcaption className="look__words">
        <b>{nameLook(look)}</b>
        {verdict === undefined ? (
          <span>axe: still looking</span>
        ) : (
          tellVerdict(verdict).map((line) => (
            <span className={isFaulty ? 'look__fault' : undefined} key={line}>
              {line}
            </span>
          ))
        )}
      </figcaption>
      {/* Inert until it is judged: a heading that takes focus at once would scroll this page. */}
      <iframe
        className="look__frame"
        ref={frame}
        title={`${example.name}: ${nameLook(look)}`}
        src={frameAddress(look, { component, name: example.name })}
        allow="camera 'none'"
        inert={verdict === undefined}
        style={{ blockSize: height }}
      />
    </figure>
  );
}
