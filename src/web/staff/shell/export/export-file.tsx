import './export-file.css';
import { useId, useState } from 'react';
import type { CsvSeparator } from '../../../../contract/staff/csv';
import { useWords } from '../../../copy/words';
import { Button, ButtonLink } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { saveFile } from '../../../ui/practice/save-file';
import { SelectField } from '../../../ui/select-field/select-field';
import { readTextFile } from '../api/api';
import { useFailureWords } from '../api/failure-words';
import { EXPORT_CHOICES, type ExportChoice, keepExportChoice, readExportChoice } from './export-choice';

/** A long audit is read in one piece. */
const TIMEOUT_MS = 120_000;

type ExportFileProps = {
  /** Of the file, without its ending; also of the sheet in a workbook. */
  readonly name: string;
  /** Where the server writes the table as CSV. */
  readonly addressOf: (separator: CsvSeparator) => string;
};

/**
 * Downloads a table as CSV or as a workbook; the browser remembers which.
 * Criteria: a native select and one action; CSV is a link that the server streams, a workbook is made here.
 */
export function ExportFile({ name, addressOf }: ExportFileProps) {
  const { t } = useWords();
  const id = useId();
  const [choice, setChoice] = useState(readExportChoice);
  const choose = (chosen: ExportChoice) => {
    keepExportChoice(chosen);
    setChoice(chosen);
  };
  return (
    <div className="export-file">
      <SelectField<ExportChoice>
        id={id}
        label={t('staff.export.form')}
        choices={EXPORT_CHOICES.map((value) => ({ value, label: t(`staff.export.${value}`) }))}
        value={choice}
        onChange={choose}
      />
      {choice === 'xlsx' ? (
        <SaveWorkbook name={name} address={addressOf('comma')} />
      ) : (
        <ButtonLink variant="quiet" icon="download" href={addressOf(choice)} download={`${name}.csv`}>
          {t('staff.export.save')}
        </ButtonLink>
      )}
    </div>
  );
}

function SaveWorkbook({ name, address }: { readonly name: string; readonly address: string }) {
  const { t } = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [isTooLong, setIsTooLong] = useState(false);
  const save = async () => {
    setIsBusy(true);
    setFailure(undefined);
    try {
      const [{ workbookOf }, csv] = await Promise.all([
        import('./workbook-of'),
        readTextFile(address, TIMEOUT_MS),
      ]);
      const workbook = await workbookOf(csv, name);
      setIsTooLong(workbook === undefined);
      if (workbook !== undefined) saveFile(`${name}.xlsx`, workbook, workbook.type);
    } catch (error) {
      setFailure(error);
    }
    setIsBusy(false);
  };
  return (
    <>
      <Button variant="quiet" icon="download" busy={isBusy} onClick={() => void save()}>
        {t('staff.export.save')}
      </Button>
      {failure !== undefined && <Failed failure={failure} />}
      {isTooLong && (
        <Notice kind="problem" title={t('staff.export.failed')} isLive>
          {t('staff.export.tooLong')}
        </Notice>
      )}
    </>
  );
}

function Failed({ failure }: { readonly failure: unknown }) {
  const { t } = useWords();
  return (
    <Notice kind="problem" title={t('staff.export.failed')} isLive>
      {useFailureWords(failure)}
    </Notice>
  );
}
