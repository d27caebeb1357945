import { describeField, Field, type FieldWords } from '../../../ui/field/field';

type FileInputProps = FieldWords & {
  /** Types and endings offered first, as the browser's `accept`. */
  accept: string;
  onFile: (file: File) => void;
};

/** One file from this computer. Criteria: the browser's own; the same file can be chosen again after it was mended. */
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
