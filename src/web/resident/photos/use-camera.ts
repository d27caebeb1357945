import { type RefObject, useEffect, useRef, useState } from 'react';

/** `none`: this browser or phone has no camera; `refused`: the page may not use it. */
export type CameraState = 'opening' | 'ready' | 'refused' | 'none';

export type Camera = {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: CameraState;
  /** Absent where the phone has no light to switch. */
  readonly light?: { readonly isOn: boolean; readonly toggle: () => void } | undefined;
};

/** The rear camera, at the resolution that a document needs. */
const WISHES: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 2_560 }, height: { ideal: 1_440 } },
};

/** Shows the phone's camera in a video element until the page is left. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('opening');
  const [track, setTrack] = useState<MediaStreamTrack | undefined>(undefined);
  const [isLit, setIsLit] = useState(false);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let isShown = true;
    const stop = () => {
      for (const used of stream?.getTracks() ?? []) used.stop();
    };
    openCamera().then(
      (opened) => {
        stream = opened;
        const element = video.current;
        if (!isShown || element === null) {
          stop();
          return;
        }
        element.srcObject = opened;
        const [first] = opened.getVideoTracks();
        setTrack(first);
        // Another app may take the camera: its last frame must not pass for a live picture.
        first?.addEventListener('ended', () => setState('none'));
        element.play().then(
          () => isShown && setState('ready'),
          () => isShown && setState('refused'),
        );
      },
      (error: unknown) => isShown && setState(isRefusal(error) ? 'refused' : 'none'),
    );
    return () => {
      isShown = false;
      stop();
    };
  }, []);
  const toggle = () => {
    const next = !isLit;
    track?.applyConstraints({ advanced: [{ torch: next } as MediaTrackConstraintSet] }).then(
      () => setIsLit(next),
      () => setTrack(undefined),
    );
  };
  return { video, state, light: hasLight(track) ? { isOn: isLit, toggle } : undefined };
}

function openCamera(): Promise<MediaStream> {
  const devices = globalThis.navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return Promise.reject(new DOMException('no cameras here', 'NotFoundError'));
  return devices.getUserMedia(WISHES);
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}

/** Whether the camera has a light. The standard's types lack `torch`, and so do some browsers. */
function hasLight(track: MediaStreamTrack | undefined): boolean {
  if (typeof track?.getCapabilities !== 'function') return false;
  const offered = track.getCapabilities();
  return 'torch' in offered && offered.torch === true;
}
