import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { loadExamples } from './all-examples';
import { judgeExample } from './judge-example';
import { tellPage } from './report';
import { showPaper } from './show-paper';
import { loadStageWords, Stage } from './stage';
import type { Verdict } from './verdict';

const PAUSE_MS = 200;

/**
 * Shows one example and reports to the page around this frame what was found in it, again after each change.
 */
export async function showOne(stage: Element, component: string, name: string | null): Promise<void> {
  const [words, examples] = await Promise.all([loadStageWords(), loadExamples(component)]);
  const example = examples.find((one) => one.name === name);
  if (!example) throw new Error(`${component} has no example "${name}"`);
  let verdict: Verdict | undefined;
  const tell = () => tellPage({ height: Math.ceil(stage.getBoundingClientRect().height), verdict });
  const root = createRoot(stage);
  // An example that is not rendered yet would have no faults.
  flushSync(() => root.render(<Stage example={example} words={words} />));
  new ResizeObserver(tell).observe(stage);

  let judging = Promise.resolve();
  const judge = () => {
    // Axe refuses to run twice at once.
    judging = judging.then(async () => {
      showPaper(example.isOnPaper === true);
      verdict = await judgeExample(stage);
      tell();
    });
  };
  judge();
  let pause: ReturnType<typeof setTimeout> | undefined;
  const judgeSoon = () => {
    clearTimeout(pause);
    pause = setTimeout(judge, PAUSE_MS);
  };
  // Changes come from whoever uses the example, and from whoever edits its code or style sheet.
  const every = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(judgeSoon).observe(stage, every);
  import.meta.hot?.on('vite:afterUpdate', judgeSoon);
}
