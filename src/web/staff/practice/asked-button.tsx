import { useState } from 'react';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import type { IconName } from '../../ui/icon/icon-paths';

type AskedButtonProps = {
  icon: IconName;
  isBusy: boolean;
  words: {
    readonly press: string;
    readonly title: string;
    readonly text: string;
    readonly no: string;
  };
  onYes: () => void;
};

/** A button for an action that cannot be undone: it asks for confirmation first. */
export function AskedButton({ icon, isBusy, words, onYes }: AskedButtonProps) {
  const [isAsked, setIsAsked] = useState(false);
  return (
    <>
      <Button variant="secondary" icon={icon} busy={isBusy} onClick={() => setIsAsked(true)}>
        {words.press}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        title={words.title}
        actions={
          <>
            <Button
              variant="danger"
              onClick={() => {
                setIsAsked(false);
                onYes();
              }}
            >
              {words.press}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsked(false)}>
              {words.no}
            </Button>
          </>
        }
      >
        {words.text}
      </Dialog>
    </>
  );
}
