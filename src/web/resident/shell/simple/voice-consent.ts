const VOICE_KEY = 'mpp-voice';

/** Where the browser keeps nothing, the answer holds until the app is closed. */
let unkept = false;

/** Whether this phone's owner let voices be sent to be written down: they leave the phone, so that it is asked first. */
export function hasVoiceConsent(): boolean {
  try {
    return unkept || localStorage.getItem(VOICE_KEY) === 'yes';
  } catch {
    return unkept;
  }
}

/** Keeps the answer; taken back, it is asked for again at the next use. */
export function keepVoiceConsent(isGiven: boolean): void {
  unkept = false;
  try {
    if (isGiven) localStorage.setItem(VOICE_KEY, 'yes');
    else localStorage.removeItem(VOICE_KEY);
  } catch {
    unkept = isGiven;
  }
}
