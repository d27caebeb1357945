import type { VisitPageProps } from '../sheet/sheet-gate';
import { visitPath } from '../sheet-paths';
import { useCrewCommand } from '../use-crew-command';
import { WordsPage } from './words-page';

/** The limit in the contract. */
const MAX_NOTE_CHARS = 1_000;

/** Adds a note that crew and desk see. */
export function NotePage({ visit }: VisitPageProps) {
  const { keep, failure } = useCrewCommand(visit);
  return (
    <WordsPage
      back={visitPath(visit.id)}
      name={visit.request.recipient.name}
      title="run-sheet.note.add"
      lead="run-sheet.note.lead"
      missing="run-sheet.note.missing"
      submit="run-sheet.keep"
      maxLength={MAX_NOTE_CHARS}
      failure={failure}
      onDone={(text) => keep({ name: 'add-note', text })}
    />
  );
}
