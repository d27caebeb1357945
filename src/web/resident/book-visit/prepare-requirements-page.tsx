import { answersOf, askedOf } from '../../../domain/booking/draft-answers';
import { chosenServices } from '../../../domain/booking/request-draft';
import { buildChecklist, type ChecklistItem } from '../../../domain/checklist/checklist';
import { type Translate, useWords } from '../../copy/words';
import { CheckRows, RadioRows } from '../../ui/choice-rows/choice-rows';
import { Notice } from '../../ui/notice/notice';
import { usePhone } from '../shell/phone/phone-context';
import { DraftPhotosLink } from './draft-photos-link';
import { QuestionPage } from './question-page';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';

/**
 * Says whether a requirement is shown, handed over or a form, with its note, and names its services when
 * several are chosen.
 */
function requirementHint(
  { requirement, forServices }: ChecklistItem,
  hasSeveral: boolean,
  t: Translate,
): string {
  const names = forServices.map((service) => service.shortName).join(', ');
  const kind = t(`booking.requirements.${requirement.kind}`);
  const forWhat = hasSeveral ? t('booking.requirements.for', { names, kind }) : kind;
  return requirement.note === undefined ? forWhat : `${forWhat} ${requirement.note}`;
}

export function PrepareRequirementsPage({ form }: { form: Form }) {
  const { t } = useWords();
  const { city } = usePhone();
  const question = useQuestion(form, 'syarat');
  const { draft, change } = form;
  const services = chosenServices(draft, city.catalogue);
  const { items } = buildChecklist(services, answersOf(draft, city.catalogue), city.catalogue);
  const { packages, referrals } = city.catalogue;
  const pkg = packages.find(({ id }) => id === draft.packageId);
  const listed = new Set(items.map((item) => item.requirement.id));
  return (
    <QuestionPage
      question={question}
      heading={t('booking.requirements')}
      lead={t('booking.requirements.lead')}
    >
      {question.shows('prepared') && services.some((service) => service.present === 'yes') && (
        <Notice kind="info">{t('booking.requirements.present')}</Notice>
      )}
      {askedOf(draft, city.catalogue)
        .filter((asked) => question.shows(`answer-${asked.id}`))
        .map((asked) => (
          <RadioRows
            key={asked.id}
            id={`answer-${asked.id}`}
            label={asked.text}
            hint={asked.hint}
            error={question.errorOf(`answer-${asked.id}`)}
            choices={[
              { value: 'yes', label: t('booking.yes') },
              { value: 'no', label: t('booking.no') },
            ]}
            value={answerValue(draft.answers[asked.id])}
            onChange={(value) => change({ answers: { ...draft.answers, [asked.id]: value === 'yes' } })}
          />
        ))}
      {question.shows('prepared') &&
        (items.length === 0 ? (
          <Notice kind="info">{t('booking.requirements.none')}</Notice>
        ) : (
          <CheckRows
            id="prepared"
            label={t('booking.requirements.list')}
            hint={t('booking.requirements.list.hint')}
            choices={items.map((item) => ({
              value: item.requirement.id,
              label: item.requirement.name,
              hint: requirementHint(item, services.length > 1, t),
            }))}
            values={draft.prepared}
            // Ticks of requirements that are not listed now stay, in case their service is chosen again.
            onChange={(values) =>
              change({ prepared: [...draft.prepared.filter((id) => !listed.has(id)), ...values] })
            }
          />
        ))}
      {question.shows('prepared') && items.length > 0 && draft.changeOf === undefined && (
        <DraftPhotosLink id={draft.id} />
      )}
      {question.shows('prepared') &&
        pkg?.referrals.map((id) => {
          const elsewhere = referrals.find((one) => one.id === id);
          return (
            elsewhere && (
              <Notice key={id} kind="info" title={elsewhere.name}>
                {elsewhere.whereToGo}
              </Notice>
            )
          );
        })}
    </QuestionPage>
  );
}

function answerValue(answer: boolean | undefined): 'yes' | 'no' | undefined {
  if (answer === undefined) return undefined;
  return answer ? 'yes' : 'no';
}
