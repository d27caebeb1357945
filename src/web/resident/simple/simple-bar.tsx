import './simple.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import type { TypedField } from '../../ui/field/field-aside';
import { Notice } from '../../ui/notice/notice';
import type { SimpleBarProps } from '../shell/frame/layout';
import { Dictation } from './dictation';
import { stopListening } from './listen';
import { textOfPage } from './page-text';
import { findVoice, speak } from './speech';

type Reading = 'silent' | 'speaking' | 'no-voice';

const dictation = (field: TypedField) => <Dictation field={field} />;

/**
 * Stands above every page of simple mode: reads the page aloud, leads to help, and offers dictation below
 * each text field. Reading stops when the resident leaves the page.
 */
export function SimpleBar({ offerAside }: SimpleBarProps) {
  const { t, locale } = useWords();
  const { pathname, search } = useLocation();
  const place = pathname + search;
  const [reading, setReading] = useState<Reading>('silent');
  const stop = useRef<(() => void) | undefined>(undefined);
  const fallSilent = useCallback(() => {
    stop.current?.();
    stop.current = undefined;
    setReading('silent');
  }, []);
  // Each page, each part of a page and each language is read from its own beginning.
  useEffect(() => (place && locale ? fallSilent : undefined), [place, locale, fallSilent]);
  useEffect(() => {
    offerAside(() => dictation);
    return () => offerAside(undefined);
  }, [offerAside]);
  const read = async () => {
    stopListening();
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
          variant="secondary"
          icon={isSpeaking ? 'close' : 'speaker'}
          onClick={() => (isSpeaking ? fallSilent() : void read())}
        >
          {t(isSpeaking ? 'simple.read.stop' : 'simple.read')}
        </Button>
        {pathname !== '/bantuan' && (
          <ButtonLink variant="secondary" icon="help" to="/bantuan">
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
