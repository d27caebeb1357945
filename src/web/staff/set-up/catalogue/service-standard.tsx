import { useWords } from '../../../copy/words';
import { DraftArea } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { Group } from '../draft/section-page';
import type { ServicePartProps } from './blank-service';
import { SearchWords } from './search-words';

const TEXTS = ['jangkaWaktu', 'biaya', 'produk', 'pengaduan'] as const;

/**
 * Edits the published parts other than the requirements (UU 25/2009 art. 21), and the words to search the
 * service by.
 */
export function ServiceStandard({ service, onChange, path }: ServicePartProps) {
  const { t } = useWords();
  const { standard } = service;
  const change = (parts: Partial<typeof standard>) =>
    onChange({ ...service, standard: { ...standard, ...parts } });
  return (
    <>
      <Group title={t('set-up.standard.prosedur')}>
        <div className="set-up-wide">
          <ItemList
            path={`${path}.standard.prosedur`}
            label={t('set-up.standard.prosedur')}
            items={standard.prosedur}
            onChange={(prosedur) => change({ prosedur })}
            nameOf={(_, place) => t('set-up.standard.step', { number: place + 1 })}
            addWords={t('set-up.standard.addStep')}
            newItem={() => ''}
          >
            {(step, changeStep, stepPath) => (
              <div className="set-up-wide">
                <DraftArea
                  path={stepPath}
                  label={t('set-up.standard.step', {
                    number: Number(stepPath.slice(stepPath.lastIndexOf('.') + 1)) + 1,
                  })}
                  value={step}
                  onChange={changeStep}
                />
              </div>
            )}
          </ItemList>
        </div>
      </Group>
      <Group title={t('set-up.standard.others')}>
        {TEXTS.map((key) => (
          <DraftArea
            key={key}
            path={`${path}.standard.${key}`}
            label={t(`set-up.standard.${key}`)}
            value={standard[key]}
            onChange={(value) => change({ [key]: value })}
          />
        ))}
      </Group>
      <SearchWords
        path={path}
        words={service.searchWords}
        onChange={(searchWords) => onChange({ ...service, searchWords })}
      />
    </>
  );
}
