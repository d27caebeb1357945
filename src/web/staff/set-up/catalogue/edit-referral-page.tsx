import { useNavigate, useParams } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { StaffNotFoundPage } from '../../shell/frame/staff-not-found-page';
import { PATHS } from '../../shell/paths';
import type { CatalogueDraft } from '../draft/config-draft';
import { DraftArea, DraftText } from '../draft/draft-fields';
import { ItemPageEnd } from '../draft/item-page-end';
import { removeAt, replaceAt, withText } from '../draft/lists';
import { Group, SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { AtOfficeFields } from './at-office-fields';
import { SearchWords } from './search-words';

type ReferralDraft = CatalogueDraft['referrals'][number];

/** Edits one service of another agency, and where it is given. */
export function EditReferralPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { id } = useParams();
  const { config, changeCatalogue } = useSetUp();
  const { referrals, packages } = config.catalogue;
  const place = referrals.findIndex((one) => one.id === id);
  const referral = referrals[place];
  if (referral === undefined) return <StaffNotFoundPage />;
  const path = `catalogue.referrals.${place}`;
  const put = (next: ReferralDraft) => changeCatalogue({ referrals: replaceAt(referrals, place, next) });
  const change = (parts: Partial<ReferralDraft>) => put({ ...referral, ...parts });
  const remove = () => {
    changeCatalogue({
      referrals: removeAt(referrals, place),
      packages: packages.map((one) => ({
        ...one,
        referrals: one.referrals.filter((referred) => referred !== referral.id),
      })),
    });
    void navigate(`${PATHS.setUp}/rujukan`);
  };
  const text = (key: 'name' | 'agency' | 'whereToGo') => ({
    path: `${path}.${key}`,
    label: t(`set-up.referral.${key}`),
    value: referral[key],
    onChange: (value: string) => change({ [key]: value }),
  });
  return (
    <SectionPage
      section="referrals"
      title={referral.name === '' ? t('set-up.referrals.new') : referral.name}
      back={`${PATHS.setUp}/rujukan`}
    >
      <Group title={t('set-up.service.facts')}>
        <DraftText {...text('name')} />
        <DraftText {...text('agency')} />
        <div className="set-up-wide">
          <DraftArea {...text('whereToGo')} hint={t('set-up.referral.whereToGo.hint')} />
        </div>
        <DraftText
          path={`${path}.hours`}
          label={t('set-up.hours')}
          isOptional
          value={referral.hours ?? ''}
          onChange={(hours) => put(withText(referral, 'hours', hours))}
        />
      </Group>
      <AtOfficeFields entry={referral} onChange={put} path={path} />
      <SearchWords
        path={path}
        words={referral.searchWords}
        onChange={(searchWords) => change({ searchWords })}
      />
      <ItemPageEnd
        items={referrals}
        place={place}
        onMove={(moved) => changeCatalogue({ referrals: moved })}
        onRemove={remove}
        removeWords={t('set-up.referrals.remove')}
        removeHint={t('set-up.referrals.removed')}
      />
    </SectionPage>
  );
}
