import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { VisuallyHidden } from '../../../ui/visually-hidden/visually-hidden';
import { removeAt, replaceAt } from './lists';

const FIELDS = 'input, textarea, select';

function firstField(list: Element | null): HTMLElement | null | undefined {
  return list?.querySelector<HTMLElement>(FIELDS);
}

type ItemListProps<Item> = {
  /** Path of the list in the configuration; an item's fields are below it by number. */
  path: string;
  /** What the list holds, for screen readers. */
  label: string;
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  /** The item's name beside its remove button. */
  nameOf: (item: Item, place: number) => string;
  addWords: string;
  /** Undefined when nothing is left to add. */
  newItem: (() => Item) | undefined;
  children: (item: Item, change: (item: Item) => void, path: string) => ReactNode;
  /** Maps an item to its place in the whole list, where these items are only a part of it. */
  placeOf?: ((place: number) => number) | undefined;
  /** Removes an item in place of the list, where other things depend on it. */
  onRemove?: ((item: Item) => void) | undefined;
};

/**
 * Edits a list of things of one kind, each with its fields; adds and removes them.
 * Criteria: the focus moves into an added item, and to the add button after a removal, so that the keyboard
 * user never loses it; each remove button names what it removes.
 */
export function ItemList<Item>(props: ItemListProps<Item>) {
  const { path, label, items, onChange, nameOf, addWords, newItem, children, onRemove, placeOf } = props;
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const before = useRef(items.length);
  useEffect(() => {
    const { length } = items;
    if (length > before.current) firstField(list.current?.lastElementChild ?? null)?.focus();
    if (length < before.current) (addButton.current ?? firstField(list.current))?.focus();
    before.current = length;
  }, [items]);
  const rows = items.map((item, place) => ({ item, place, key: `${path}.${placeOf?.(place) ?? place}` }));
  return (
    <>
      <ul className="set-up-items" aria-label={label} ref={list}>
        {rows.map(({ item, place, key }) => (
          <li className="set-up-item" key={key}>
            <div className="set-up-item__fields">
              {children(item, (next) => onChange(replaceAt(items, place, next)), key)}
            </div>
            <Button
              variant="quiet"
              icon="trash"
              onClick={() => (onRemove ? onRemove(item) : onChange(removeAt(items, place)))}
            >
              {t('set-up.remove')}
              <VisuallyHidden> {nameOf(item, place)}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className="set-up-soft">{t('set-up.none')}</p>}
      {newItem && (
        <div>
          <Button variant="quiet" icon="plus" ref={addButton} onClick={() => onChange([...items, newItem()])}>
            {addWords}
          </Button>
        </div>
      )}
    </>
  );
}
