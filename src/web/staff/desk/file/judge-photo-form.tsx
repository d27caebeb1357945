import { useState } from 'react';
import type { StaffPhoto } from '../../../../contract/staff/photos';
import type { BookingId } from '../../../../domain/booking/booking';
import { MAX_PHOTO_WORDS_CHARS } from '../../../../domain/photo/photo';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { RadioRows } from '../../../ui/choice-rows/choice-rows';
import { TextArea } from '../../../ui/text-area/text-area';
import { CommandNotice } from '../command-notice';
import { useCommand } from '../use-command';

/** The usual faults of a photo; each has words that tell the resident what to do. */
const REASONS = ['blurred', 'cut', 'glare', 'dark', 'other-paper', 'own'] as const;
type Reason = (typeof REASONS)[number];

type JudgePhotoFormProps = { bookingId: BookingId; photo: StaffPhoto; onDone: () => void };

/**
 * "Terbaca" or "Belum terbaca", with the words for the resident: the coordinator chooses them, then changes
 * them as needed.
 */
export function JudgePhotoForm({ bookingId, photo, onDone }: JudgePhotoFormProps) {
  const { t } = useWords();
  const [state, send] = useCommand(onDone);
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState<Reason>();
  const [words, setWords] = useState('');
  const [error, setError] = useState<string>();
  const isSending = state.state === 'sending';
  const judge = (isReadable: boolean, text = '') => {
    const { photo: name, judgedAt } = photo;
    void send({
      name: 'judge-photo',
      bookingId,
      photo: name,
      isReadable,
      ...(text === '' ? {} : { words: text }),
      ...(judgedAt === undefined ? {} : { replaces: judgedAt }),
    });
  };
  return (
    <div className="photo-page__judge">
      <CommandNotice state={state} />
      {photo.state !== 'readable' && (
        <Button
          icon="check"
          variant={isAsking ? 'secondary' : 'primary'}
          busy={isSending}
          onClick={() => judge(true)}
        >
          {t('staff-photo.state.readable')}
        </Button>
      )}
      {!isAsking && (
        <Button variant="secondary" icon="edit" onClick={() => setIsAsking(true)}>
          {t(photo.state === 'unreadable' ? 'staff-photo.reword' : 'staff-photo.state.unreadable')}
        </Button>
      )}
      {isAsking && (
        <form
          className="photo-page__judge"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const text = words.trim();
            if (text === '') setError(t('staff-photo.words.empty'));
            else if (text.length > MAX_PHOTO_WORDS_CHARS)
              setError(t('staff-photo.words.long', { max: MAX_PHOTO_WORDS_CHARS }));
            else judge(false, text);
          }}
        >
          <RadioRows
            id="photo-reason"
            label={t('staff-photo.reason')}
            choices={REASONS.map((value) => ({ value, label: t(`staff-photo.reason.${value}`) }))}
            value={reason}
            onChange={(chosen) => {
              setReason(chosen);
              setError(undefined);
              setWords(chosen === 'own' ? '' : t(`staff-photo.words.${chosen}`));
            }}
          />
          {reason !== undefined && (
            <TextArea
              id="photo-words"
              label={t('staff-photo.words')}
              hint={t('staff-photo.words.hint')}
              error={error}
              value={words}
              onChange={(value) => {
                setWords(value);
                setError(undefined);
              }}
              rows={3}
            />
          )}
          <Button type="submit" busy={isSending}>
            {t('staff-photo.words.send')}
          </Button>
        </form>
      )}
    </div>
  );
}
