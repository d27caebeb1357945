import axe from 'axe-core';
import { ALL_RULES, listFaults } from './axe-rules';
import { settle } from './settle';
import type { Verdict } from './verdict';

const errors: string[] = [];
addEventListener('error', ({ message }) => errors.push(message));

/** Judges the one example that this document shows. */
export async function judgeExample(stage: Element): Promise<Verdict> {
  // Whatever a component had to fetch is rendered one turn later.
  await new Promise((resolve) => setTimeout(resolve));
  await settle();
  // Axe finds nothing on an empty page.
  if (stage.childElementCount === 0) errors.push('Nothing is drawn');
  const found = await axe.run(stage, { ...ALL_RULES, resultTypes: ['violations', 'incomplete'] });
  const { scrollWidth, clientWidth } = document.documentElement;
  const broken = listFaults(found).map(
    ({ id, help, nodes }) => `${help} (${id}): ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  return { faults: [...errors.splice(0), ...broken], overflow: scrollWidth - clientWidth };
}
