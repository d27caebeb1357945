import './simple.css';
import { useRef } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import type { TypedField } from '../../ui/field/field-aside';
import { Notice } from '../../ui/notice/notice';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { findRecogniser, type RecogniserMaker } from './recogniser';
import { useDictation } from './use-dictation';

/** The field without dictation: nobody should have to say a NIK aloud, or send it as speech. */
const NEVER = 'nik';

/** "Isi dengan suara" below a text field, where the browser recognises speech. */
export function Dictation({ field }: { field: TypedField }) {
  const make = findRecogniser();
  return make === undefined || field.id === NEVER ? null : <DictationButton make={make} field={field} />;
}

function DictationButton({ make, field }: { make: RecogniserMaker; field: TypedField }) {
  const { t } = useWords();
  const { state, press, answer, undo } = useDictation(make, field);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = state.is === 'waking' || state.is === 'listening';
  // Undo would also take back what was typed after the dictation.
  const canUndo = state.is === 'filled' && state.after === field.value;
  return (
    <div className="dictation">
      <Button ref={button} variant="secondary" busy={state.is === 'writing'} onClick={press}>
        <Microphone isOpen={isOpen} />
        {t(isOpen ? 'simple.voice.stop' : 'simple.voice')} <VisuallyHidden>{field.label}</VisuallyHidden>
      </Button>
      {/* Present from the first drawing, so that a screen reader announces what appears in it. */}
      <div role="status">
        {(isOpen || state.is === 'writing') && <p>{t(`simple.voice.${state.is}`)}</p>}
        {canUndo && <p>{t('simple.voice.filled', { text: state.after })}</p>}
        {state.is === 'fault' && <Notice kind="warning">{t(`simple.voice.fault.${state.fault}`)}</Notice>}
        {state.is === 'asking' && (
          <Notice kind="info" title={t('simple.voice.ask.title')}>
            {t('simple.voice.ask')}
          </Notice>
        )}
      </div>
      {state.is === 'asking' && (
        <div className="dictation__answers">
          <Button
            variant="secondary"
            onClick={() => {
              answer(true);
              button.current?.focus();
            }}
          >
            {t('simple.voice.ask.yes')}
          </Button>
          <Button
            variant="quiet"
            onClick={() => {
              answer(false);
              button.current?.focus();
            }}
          >
            {t('simple.voice.ask.no')}
          </Button>
        </div>
      )}
      {canUndo && (
        <Button
          variant="quiet"
          onClick={() => {
            undo();
            button.current?.focus();
          }}
        >
          {t('simple.voice.undo')}
        </Button>
      )}
    </div>
  );
}

/** Drawn here and not among the shared icons, which every first visit loads. */
function Microphone({ isOpen }: { isOpen: boolean }) {
  return (
    <svg className="icon icon--inline" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={
          isOpen
            ? 'M6 6h12v12H6z'
            : 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M8.5 21h7'
        }
      />
    </svg>
  );
}
