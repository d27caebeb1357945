import { useState } from 'react';
import type { BookingId } from '../../../../domain/booking/booking';
import type { PhotoDigest } from '../../../../domain/photo/photo';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { CommandNotice } from '../command-notice';
import { useCommand } from '../use-command';

type DropPhotoButtonProps = { bookingId: BookingId; photo: PhotoDigest; onDone: () => void };

/** Deletes a photo that shows too much, or for which consent was withdrawn. */
export function DropPhotoButton({ bookingId, photo, onDone }: DropPhotoButtonProps) {
  const { t } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const [state, send] = useCommand(onDone);
  return (
    <>
      <CommandNotice state={state} />
      <Button variant="quiet" icon="trash" onClick={() => setIsAsking(true)}>
        {t('staff-photo.drop')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('staff-photo.drop.ask')}
        actions={
          <>
            <Button
              variant="danger"
              busy={state.state === 'sending'}
              onClick={() => {
                setIsAsking(false);
                void send({ name: 'drop-photo', bookingId, photo });
              }}
            >
              {t('staff-photo.drop.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsking(false)}>
              {t('staff-photo.drop.no')}
            </Button>
          </>
        }
      >
        {t('staff-photo.drop.text')}
      </Dialog>
    </>
  );
}
