import type { Outcome } from '../../../../domain/visit/outcome';
import type { StatusTone } from '../../../ui/status-tag/status-tag';

/** The tone of each outcome; the words are under `visits.outcome.`. */
export const OUTCOME_TONES: Readonly<Record<Outcome, StatusTone>> = {
  done: 'good',
  'partly-done': 'warning',
  'papers-missing': 'warning',
  'not-home': 'warning',
  declined: 'plain',
  'not-recordable': 'warning',
  referred: 'plain',
};
