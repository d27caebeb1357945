import type { RequestDraft } from '../../../domain/booking/request-draft';

/** A request before the first word of it: called in, any time suits unless said otherwise. */
export const BLANK_REQUEST: RequestDraft = {
  recipientName: '',
  birthYear: '',
  nik: '',
  needs: [],
  needsNote: '',
  services: [],
  answers: {},
  prepared: [],
  street: '',
  rt: '',
  rw: '',
  landmark: '',
  isAnyTime: true,
  windows: [],
  contactName: '',
  contactPhone: '',
  channel: 'call',
  recipientIs: 'family',
};
