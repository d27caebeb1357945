import { EMPTY_REQUEST, type RequestDraft } from '../../../../domain/booking/request-draft';

/** A request before the first word of it: called in, any time suits unless said otherwise. */
export const BLANK_REQUEST: RequestDraft = {
  ...EMPTY_REQUEST,
  isAnyTime: true,
  channel: 'call',
  recipientIs: 'family',
};
