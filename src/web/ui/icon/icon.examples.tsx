import type { Example } from '../example';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { iconPaths } from './icon-paths';

const names = Object.keys(iconPaths).filter((name): name is IconName => name in iconPaths);

export const iconExamples: readonly Example[] = [
  {
    name: 'all',
    render: () => (
      <ul>
        {names.map((name) => (
          <li key={name} style={{ display: 'inline-flex', gap: '0.25rem', marginInlineEnd: '0.75rem' }}>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    ),
  },
];
