import { useEffect, useRef } from 'react';

/** Tells whether the last thing done on the page was done with a finger or a mouse, and not with a key. */
export function useByHand(): () => boolean {
  const isByHand = useRef(false);
  useEffect(() => {
    const note = (event: Event) => {
      isByHand.current = event.type === 'pointerdown';
    };
    document.addEventListener('pointerdown', note, true);
    document.addEventListener('keydown', note, true);
    return () => {
      document.removeEventListener('pointerdown', note, true);
      document.removeEventListener('keydown', note, true);
    };
  }, []);
  return () => isByHand.current;
}
