import { MAX_REASON_CHARS } from '../../../../domain/visit/outcome';
import type { VisitPageProps } from '../sheet/sheet-gate';
import { visitPath } from '../sheet-paths';
import { useCrewCommand } from '../use-crew-command';
import { WordsPage } from './words-page';

/** "Tidak bisa hari ini": returns the visit to the desk, with a reason. */
export function GiveBackPage({ visit }: VisitPageProps) {
  const { keep, failure } = useCrewCommand(visit);
  return (
    <WordsPage
      back={visitPath(visit.id)}
      name={visit.request.recipient.name}
      title="run-sheet.giveBack"
      label="run-sheet.noProof.reason"
      lead="run-sheet.giveBack.lead"
      missing="run-sheet.reason.missing"
      submit="run-sheet.giveBack.submit"
      variant="danger"
      maxLength={MAX_REASON_CHARS}
      failure={failure}
      onDone={(reason) => keep({ name: 'return-visit', reason })}
    />
  );
}
