import { useRef } from 'react';
import { Button, type ButtonVariant } from '../../ui/button/button';
import type { IconName } from '../../ui/icon/icon-paths';

type FileButtonProps = {
  readonly variant: ButtonVariant;
  readonly icon: IconName;
  /** Opens the phone's own camera instead of its pictures. */
  readonly isCamera?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly onFile: (file: File) => void;
  readonly children: string;
};

/** A button that asks the phone for one picture. */
export function FileButton({ variant, icon, isCamera = false, busy, onFile, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} icon={icon} busy={busy} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*"
        {...(isCamera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Cleared, so that the same file can be chosen again after a refusal.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
