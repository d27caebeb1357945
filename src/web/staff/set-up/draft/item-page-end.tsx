import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { SelectField } from '../../../ui/select-field/select-field';
import { moveTo } from './lists';

type ItemPageEndProps<Item> = {
  items: readonly Item[];
  place: number;
  onMove: (items: Item[]) => void;
  onRemove: () => void;
  removeWords: string;
  /** What else is removed with it. */
  removeHint?: string;
};

/** Moves a thing of the catalogue to another place in its list, or removes it. */
export function ItemPageEnd<Item>(props: ItemPageEndProps<Item>) {
  const { items, place, onMove, onRemove, removeWords, removeHint } = props;
  const { t } = useWords();
  const places = items.map((_, index) => String(index));
  return (
    <>
      {items.length > 1 && (
        <div className="set-up-group">
          <SelectField
            id="order"
            label={t('set-up.order')}
            choices={places.map((value, index) => ({
              value,
              label: t('set-up.order.place', { place: index + 1, total: items.length }),
            }))}
            value={String(place)}
            onChange={(value) => onMove(moveTo(items, place, Number(value)))}
          />
        </div>
      )}
      <div>
        <Button variant="quiet" icon="trash" onClick={onRemove}>
          {removeWords}
        </Button>
        {removeHint !== undefined && <p className="set-up-soft">{removeHint}</p>}
      </div>
    </>
  );
}
