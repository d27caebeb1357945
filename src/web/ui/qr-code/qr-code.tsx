import './qr-code.css';
import { useEffect, useState } from 'react';

type Squares = { readonly size: number; readonly path: string };

/** Returns one path of unit squares, so that the drawing stays one element. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}

type QrCodeProps = {
  text: string;
  title: string;
  /** Called once the code is on the page. */
  onDrawn?: (() => void) | undefined;
};

/**
 * Shows a text as a QR code for another phone's camera.
 * Criteria: dark on white in both themes, with the quiet zone of 4 that ISO/IEC 18004 requires; `title` says
 * what it is; the same is available as text beside it, because the encoder is fetched late and may not
 * arrive.
 */
export function QrCode({ text, title, onDrawn }: QrCodeProps) {
  const [squares, setSquares] = useState<Squares | undefined>(undefined);
  useEffect(() => {
    let isShown = true;
    const draw = async () => {
      const { encode } = await import('uqr');
      const { size, data } = encode(text, { border: 4, ecc: 'M' });
      if (isShown) setSquares({ size, path: pathOf(data) });
    };
    void draw().catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [text]);
  useEffect(() => {
    if (squares) onDrawn?.();
  }, [squares, onDrawn]);
  if (!squares) return <div className="qr-code" />;
  return (
    <svg
      className="qr-code"
      role="img"
      viewBox={`0 0 ${squares.size} ${squares.size}`}
      shapeRendering="crispEdges"
    >
      <title>{title}</title>
      <rect width={squares.size} height={squares.size} fill="#fff" />
      <path d={squares.path} fill="#000" />
    </svg>
  );
}
