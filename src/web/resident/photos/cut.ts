/** How much is cut off each edge, in percent of the picture's side. */
export type Cut = Readonly<Record<Edge, number>>;

export const EDGES = ['top', 'bottom', 'left', 'right'] as const;
export type Edge = (typeof EDGES)[number];

export const NO_CUT: Cut = { top: 0, bottom: 0, left: 0, right: 0 };

/** How far one press moves an edge, in percent. */
const STEP = 5;
/** The least that stays of each side, in percent. */
const MIN_LEFT = 20;

const OPPOSITE: Readonly<Record<Edge, Edge>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/**
 * Returns the cut after one press at an edge: `more` cuts off more, `less` gives back. Past a limit the cut
 * stays the same.
 */
export function moveEdge(cut: Cut, edge: Edge, direction: 'more' | 'less'): Cut {
  const next = cut[edge] + (direction === 'more' ? STEP : -STEP);
  if (next < 0 || 100 - next - cut[OPPOSITE[edge]] < MIN_LEFT) return cut;
  return { ...cut, [edge]: next };
}

/** Returns the same cut for the picture turned right by 90 degrees: its left edge is then on top. */
export function turnCut({ top, bottom, left, right }: Cut): Cut {
  return { top: left, right: top, bottom: right, left: bottom };
}

/** Returns the part of a picture that the cut leaves, in whole pixels. */
export function boxOf(cut: Cut, width: number, height: number): Box {
  const x = Math.round((width * cut.left) / 100);
  const y = Math.round((height * cut.top) / 100);
  return {
    x,
    y,
    width: Math.max(1, Math.round((width * (100 - cut.left - cut.right)) / 100)),
    height: Math.max(1, Math.round((height * (100 - cut.top - cut.bottom)) / 100)),
  };
}
