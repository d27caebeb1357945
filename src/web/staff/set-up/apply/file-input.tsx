import { describeField, Field, type FieldWords } from '../../../ui/field/field';

type FileInputProps = FieldWords & {
  /** The types and extensions offered first, for the browser's `accept`. */
  accept: string;
  onFile: (file: File) => void;
};

/**
 * Chooses one file from this computer. Criteria: the browser's own control; the same file can be chosen again
 * after a correction.
 */
export function FileInput({ accept, onFile, ...words }: FileInputProps) {
  return (
    <Field {...words}>
      <input
        className="field__input"
        id={words.id}
        type="file"
        accept={accept}
        aria-describedby={describeField(words)}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          target.value = '';
        }}
      />
    </Field>
  );
}
