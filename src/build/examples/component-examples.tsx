import { useEffect, useState } from 'react';
import type { Example } from '../../web/ui/example';
import { loadExamples } from './all-examples';
import { ExampleFrame } from './example-frame';
import { LOOKS, type Look } from './looks';
import { isSound, type Verdict } from './verdict';

/** A printed sheet has no mode or dark theme of its own, but is printed from both themes. */
function looksOf({ isOnPaper }: Example): readonly Look[] {
  return isOnPaper ? LOOKS.filter(({ size }) => size === '18') : LOOKS;
}

function tellProgress(verdicts: readonly Verdict[], total: number): string {
  const faulty = verdicts.filter((verdict) => !isSound(verdict)).length;
  if (faulty > 0) return `axe: something found in ${faulty} of ${total} frames`;
  if (verdicts.length < total) return `axe: ${verdicts.length} of ${total} frames looked at`;
  return `axe: nothing found in ${total} frames`;
}

/** Shows every example of one component in every look. */
export function ComponentExamples({ component }: { component: string }) {
  const [examples, setExamples] = useState<readonly Example[]>();
  const [verdicts, setVerdicts] = useState<Readonly<Record<string, Verdict>>>({});
  useEffect(() => {
    void loadExamples(component).then(setExamples);
  }, [component]);
  if (!examples) return null;
  const total = examples.reduce((sum, example) => sum + looksOf(example).length, 0);
  return (
    <>
      <h1>{component}</h1>
      <p role="status">{tellProgress(Object.values(verdicts), total)}</p>
      {examples.map((example) => (
        <section className="example" key={example.name}>
          <h2>{example.name}</h2>
          <div className="example__looks">
            {looksOf(example).map((look) => {
              const key = `${example.name} ${look.theme} ${look.size}`;
              return (
                <ExampleFrame
                  key={key}
                  component={component}
                  example={example}
                  look={look}
                  onVerdict={(verdict) => setVerdicts((before) => ({ ...before, [key]: verdict }))}
                />
              );
            })}
          </div>
        </section>
      ))}
    </>
  );
}
