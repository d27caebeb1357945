import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { components, loadExamples } from './all-examples';
import { judgeExample } from './judge-example';
import { type Look, nameLook } from './looks';
import { showPaper } from './show-paper';
import { loadStageWords, Stage } from './stage';
import { isSound, tellVerdict, type Verdict } from './verdict';

type Line = { readonly name: string; readonly verdict: Verdict };

/** Shows every example of every component in turn, and at the end a line for each. */
export async function showAll(stage: Element, look: Look): Promise<void> {
  const words = await loadStageWords();
  const lines: Line[] = [];
  for (const component of components) {
    for (const example of await loadExamples(component)) {
      const root = createRoot(stage);
      flushSync(() => root.render(<Stage example={example} words={words} />));
      showPaper(example.isOnPaper === true);
      const verdict = await judgeExample(stage);
      // A printed sheet is wider than a phone.
      lines.push({
        name: `${component}: ${example.name}`,
        verdict: example.isOnPaper ? { ...verdict, overflow: 0 } : verdict,
      });
      showPaper(false);
      root.unmount();
    }
  }
  document.documentElement.lang = 'en';
  createRoot(stage).render(<Lines look={look} lines={lines} />);
}

function Lines({ look, lines }: { look: Look; lines: readonly Line[] }) {
  const faulty = lines.filter(({ verdict }) => !isSound(verdict)).length;
  return (
    <main className="lines">
      <title>Every example</title>
      <h1>{nameLook(look)}</h1>
      <p>
        {faulty === 0
          ? `Nothing found in ${lines.length} examples.`
          : `${faulty} of ${lines.length} are at fault.`}
      </p>
      <ul>
        {lines.map(({ name, verdict }) => (
          <li key={name}>
            {name} – {tellVerdict(verdict).join('; ')}
          </li>
        ))}
      </ul>
    </main>
  );
}
