import { ErrorSummary } from '../../../ui/error-summary/error-summary';
import { Notice } from '../../../ui/notice/notice';
import type { Submit } from './use-submit';

/** Shows the errors of a form, or why sending failed; stands above the fields. */
export function SubmitTrouble({ form }: { form: Pick<Submit, 'errors' | 'trouble'> }) {
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <div className="staff-status" role="status">
        {form.trouble !== undefined && <Notice kind="problem">{form.trouble}</Notice>}
      </div>
    </>
  );
}
