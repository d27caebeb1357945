import { useEffect, useRef } from 'react';

/**
 * Returns a function that tells whether the last action on the page came from a pointer and not from a key.
 */
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
