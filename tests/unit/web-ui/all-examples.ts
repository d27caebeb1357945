import { backLinkExamples } from '../../../src/web/ui/back-link/back-link.examples';
import { buttonExamples } from '../../../src/web/ui/button/button.examples';
import { cardExamples } from '../../../src/web/ui/card/card.examples';
import { choiceRowsExamples } from '../../../src/web/ui/choice-rows/choice-rows.examples';
import { dialogExamples } from '../../../src/web/ui/dialog/dialog.examples';
import { errorSummaryExamples } from '../../../src/web/ui/error-summary/error-summary.examples';
import type { Example } from '../../../src/web/ui/example';
import { expanderExamples } from '../../../src/web/ui/expander/expander.examples';
import { iconExamples } from '../../../src/web/ui/icon/icon.examples';
import { illustrationExamples } from '../../../src/web/ui/illustration/illustration.examples';
import { linkRowsExamples } from '../../../src/web/ui/link-rows/link-rows.examples';
import { noticeExamples } from '../../../src/web/ui/notice/notice.examples';
import { pageExamples } from '../../../src/web/ui/page/page.examples';
import { pageHeadingExamples } from '../../../src/web/ui/page-heading/page-heading.examples';
import { passwordFieldExamples } from '../../../src/web/ui/password-field/password-field.examples';
import { qrCodeExamples } from '../../../src/web/ui/qr-code/qr-code.examples';
import { searchFieldExamples } from '../../../src/web/ui/search-field/search-field.examples';
import { selectFieldExamples } from '../../../src/web/ui/select-field/select-field.examples';
import { skeletonExamples } from '../../../src/web/ui/skeleton/skeleton.examples';
import { statusTagExamples } from '../../../src/web/ui/status-tag/status-tag.examples';
import { stepsExamples } from '../../../src/web/ui/steps/steps.examples';
import { summaryListExamples } from '../../../src/web/ui/summary-list/summary-list.examples';
import { textAreaExamples } from '../../../src/web/ui/text-area/text-area.examples';
import { textFieldExamples } from '../../../src/web/ui/text-field/text-field.examples';
import { ticketSheetExamples } from '../../../src/web/ui/ticket-sheet/ticket-sheet.examples';
import { wholeWordsExamples } from '../../../src/web/ui/whole-words/whole-words.examples';

/** Every example of the kit, by the folder of its component. */
export const allExamples: Readonly<Record<string, readonly Example[]>> = {
  'back-link': backLinkExamples,
  button: buttonExamples,
  card: cardExamples,
  'choice-rows': choiceRowsExamples,
  dialog: dialogExamples,
  'error-summary': errorSummaryExamples,
  expander: expanderExamples,
  icon: iconExamples,
  illustration: illustrationExamples,
  'link-rows': linkRowsExamples,
  notice: noticeExamples,
  page: pageExamples,
  'page-heading': pageHeadingExamples,
  'password-field': passwordFieldExamples,
  'qr-code': qrCodeExamples,
  'search-field': searchFieldExamples,
  'select-field': selectFieldExamples,
  skeleton: skeletonExamples,
  'status-tag': statusTagExamples,
  steps: stepsExamples,
  'summary-list': summaryListExamples,
  'text-area': textAreaExamples,
  'ticket-sheet': ticketSheetExamples,
  'text-field': textFieldExamples,
  'whole-words': wholeWordsExamples,
};
