import { useState } from 'react';
import type { PlacePoint } from '../../../../domain/booking/booking';

const GPS_TIMEOUT_MS = 20_000;
const MAX_AGE_MS = 60_000;

export type GpsState = 'rest' | 'asking' | 'failed';

/** Reads the phone's position after a press, and passes it to `onPoint`. */
export function useGpsPoint(onPoint: (point: PlacePoint) => Promise<void>): {
  readonly state: GpsState;
  readonly ask: () => void;
} {
  const [state, setState] = useState<GpsState>('rest');
  const ask = () => {
    if (!('geolocation' in navigator)) {
      setState('failed');
      return;
    }
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude: lat, longitude: lng, accuracy } = coords;
        void onPoint({ lat, lng, accuracyM: Math.round(accuracy) }).finally(() => setState('rest'));
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: GPS_TIMEOUT_MS, maximumAge: MAX_AGE_MS },
    );
  };
  return { state, ask };
}
