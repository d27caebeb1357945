import { useWords } from '../../../copy/words';
import { DraftText } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { Group } from '../draft/section-page';

type SearchWordsProps = { path: string; words: readonly string[]; onChange: (words: string[]) => void };

/** Edits other words by which residents search for a service or a referral. */
export function SearchWords({ path, words, onChange }: SearchWordsProps) {
  const { t } = useWords();
  return (
    <Group title={t('set-up.searchWords')} hint={t('set-up.searchWords.hint')}>
      <div className="set-up-wide">
        <ItemList
          path={`${path}.searchWords`}
          label={t('set-up.searchWords')}
          items={words}
          onChange={onChange}
          nameOf={(word) => word}
          addWords={t('set-up.searchWords.add')}
          newItem={() => ''}
        >
          {(word, changeWord, wordPath) => (
            <DraftText
              path={wordPath}
              label={t('set-up.searchWords.word')}
              value={word}
              onChange={changeWord}
            />
          )}
        </ItemList>
      </div>
    </Group>
  );
}
