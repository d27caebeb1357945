import '../../web/ui/theme/theme.css';
import './examples.css';
import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { components } from './all-examples';
import { ComponentExamples } from './component-examples';
import { frameAddress } from './frame-address';
import { LOOKS, nameLook } from './looks';

function watchHash(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

function Examples() {
  const asked = useSyncExternalStore(watchHash, () => location.hash.slice(1));
  const component = components.includes(asked) ? asked : components[0];
  return (
    <div className="examples">
      <title>{`${component} – components`}</title>
      <nav className="examples__list" aria-label="Components">
        <ul>
          {components.map((name) => (
            <li key={name}>
              <a href={`#${name}`} aria-current={name === component ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
        <h2>Every example in turn</h2>
        <ul>
          {LOOKS.map((look) => (
            <li key={nameLook(look)}>
              <a href={frameAddress(look)}>{nameLook(look)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="examples__page">
        {component !== undefined && <ComponentExamples key={component} component={component} />}
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <Examples />
  </StrictMode>,
);
