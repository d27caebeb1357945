import * as v from 'valibot';
import { cityConfig } from '../../../../contract/city-config';
import { useWords } from '../../../copy/words';

/** What is wrong with one field of a configuration; `path` is its place, such as settings.holidays.3.date. */
export type ShapeFault = {
  readonly path: string;
  readonly kind: 'empty' | 'too-long' | 'too-small' | 'too-large' | 'unknown' | 'not-valid';
  /** The exceeded limit. */
  readonly bound: number;
};

const LIMITS = {
  max_length: 'too-long',
  min_value: 'too-small',
  max_value: 'too-large',
} as const;

/** Returns every invalid field; empty when the configuration can be sent. */
export function findShapeFaults(config: unknown): readonly ShapeFault[] {
  const { issues = [] } = v.safeParse(cityConfig, config);
  const faults = issues.map((issue): ShapeFault => {
    const path = v.getDotPath(issue) ?? '';
    const bound = typeof issue.requirement === 'number' ? issue.requirement : 0;
    return { path, kind: kindOf(issue), bound };
  });
  return faults.filter(({ path }, index) => faults.findIndex((other) => other.path === path) === index);
}

/** Returns a function from a fault to its words: what to do about it. */
export function useShapeFaultWords(): (fault: ShapeFault) => string {
  const { t } = useWords();
  return ({ kind, bound }) => t(`set-up.fault.${kind}`, { bound });
}

function kindOf({ type, input, expected }: v.BaseIssue<unknown>): ShapeFault['kind'] {
  if (input === '' || input === undefined) return 'empty';
  if (expected === 'never') return 'unknown';
  return type in LIMITS ? LIMITS[type as keyof typeof LIMITS] : 'not-valid';
}
