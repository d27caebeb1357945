import { EMPTY_REQUEST, type RequestDraft } from '../../../../domain/booking/request-draft';

/** A request before anything is typed: made by phone, at any time that suits. */
export const BLANK_REQUEST: RequestDraft = {
  ...EMPTY_REQUEST,
  isAnyTime: true,
  channel: 'call',
  recipientIs: 'family',
};
