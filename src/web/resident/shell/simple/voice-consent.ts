const VOICE_KEY = 'mpp-voice';

/** Without storage, the answer holds until the app is closed. */
let unkept = false;

/**
 * Whether the phone's owner allows speech to be sent away for recognition. Asked first, because the speech
 * leaves the phone.
 */
export function hasVoiceConsent(): boolean {
  try {
    return unkept || localStorage.getItem(VOICE_KEY) === 'yes';
  } catch {
    return unkept;
  }
}

/** Keeps the answer; after a withdrawal the next use asks again. */
export function keepVoiceConsent(isGiven: boolean): void {
  unkept = false;
  try {
    if (isGiven) localStorage.setItem(VOICE_KEY, 'yes');
    else localStorage.removeItem(VOICE_KEY);
  } catch {
    unkept = isGiven;
  }
}
