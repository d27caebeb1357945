import { useEffect, useRef } from 'react';
import { cutOut } from './canvas';
import { boxOf, type Cut, NO_CUT } from './cut';

/** Long side of the drawn picture, in pixels. */
const VIEW_SIDE = 1_000;
const VEIL = 'rgb(12 21 19 / 72%)';
const LINE = '#e3b34a';

type PictureViewProps = {
  readonly picture: HTMLCanvasElement;
  readonly cut: Cut;
  /** Also shows what is cut off, under a veil. */
  readonly isWhole?: boolean | undefined;
  readonly label: string;
};

/** Draws the picture as it will be sent, or whole with a veil over what will be cut off. */
export function PictureView({ picture, cut, isWhole = false, label }: PictureViewProps) {
  const view = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = view.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const shown = cutOut(picture, isWhole ? NO_CUT : cut, VIEW_SIDE);
    canvas.width = shown.width;
    canvas.height = shown.height;
    context.drawImage(shown, 0, 0);
    if (isWhole) drawVeil(context, cut, shown);
  }, [picture, cut, isWhole]);
  const className = isWhole ? 'photo-view photo-view--stays' : 'photo-view';
  return <canvas className={className} ref={view} role="img" aria-label={label} />;
}

function drawVeil(context: CanvasRenderingContext2D, cut: Cut, { width, height }: HTMLCanvasElement): void {
  const box = boxOf(cut, width, height);
  context.fillStyle = VEIL;
  context.beginPath();
  context.rect(0, 0, width, height);
  context.rect(box.x, box.y, box.width, box.height);
  context.fill('evenodd');
  context.strokeStyle = LINE;
  context.lineWidth = Math.max(4, width / 120);
  context.strokeRect(box.x, box.y, box.width, box.height);
}
