import './simple.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { textOfPage } from './page-text';
import { findVoice, speak } from './speech';

type Reading = 'silent' | 'speaking' | 'no-voice';

/** On top of every page of the simple mode: have it read aloud, and get help. Reading stops when the page is left. */
export function SimpleBar() {
  const { t, locale } = useWords();
  const { pathname } = useLocation();
  const [reading, setReading] = useState<Reading>('silent');
  const stop = useRef<(() => void) | undefined>(undefined);
  const fallSilent = useCallback(() => {
    stop.current?.();
    stop.current = undefined;
    setReading('silent');
  }, []);
  // Each page and language is read from its own beginning.
  useEffect(() => (pathname && locale ? fallSilent : undefined), [pathname, locale, fallSilent]);
  const read = async () => {
    const page = document.querySelector('main');
    const voice = await findVoice(locale);
    if (voice === undefined || page === null) {
      setReading('no-voice');
      return;
    }
    setReading('speaking');
    stop.current = speak(textOfPage(page), voice, () => setReading('silent'));
  };
  const isSpeaking = reading === 'speaking';
  return (
    <nav className="simple-bar" aria-label={t('simple.bar')}>
      <div className="simple-bar__row">
        <Button
          look="secondary"
          icon={isSpeaking ? 'close' : 'speaker'}
          onClick={() => (isSpeaking ? fallSilent() : void read())}
        >
          {t(isSpeaking ? 'simple.read.stop' : 'simple.read')}
        </Button>
        {pathname !== '/bantuan' && (
          <ButtonLink look="secondary" icon="help" to="/bantuan">
            {t('simple.help')}
          </ButtonLink>
        )}
      </div>
      {reading === 'no-voice' && (
        <Notice kind="warning" isLive title={t('simple.noVoice.title')}>
          {t('simple.noVoice.text')}
        </Notice>
      )}
    </nav>
  );
}
