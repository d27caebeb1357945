import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { bookingId, photoDigest } from '../../../contract/scalars';
import type { BookingId } from '../../../domain/booking/booking';
import type { PhotoDigest } from '../../../domain/photo/photo';
import { hasPermission } from '../../../domain/staff/role';
import { auditView } from '../../commands/staff/audit-view';
import { photoImage } from '../../queries/photo/photo-image';
import { jsonSchemaOf } from '../frame/json-schema';
import { ProblemError } from '../frame/problem-response';
import { addPhotoUpload } from '../photo/photo-upload';
import type { ServerContext } from '../server-context';
import { refuseOtherPerson } from './named-person';
import { staffProblemAnswers } from './problem-schema';
import { areasOf, auditedOf } from './reach';
import { requirePermission, requireSession, type StaffSession } from './session';

const params = v.strictObject({ id: bookingId, sha256: photoDigest });
type Params = { id: BookingId; sha256: PhotoDigest };

/**
 * `GET /api/staff/photos/{booking}/{sha256}` returns one image, and each read is audited.
 * `PUT /api/staff/photos/{sha256}` takes a crew's own photo, in parts like a resident's.
 */
export function addStaffPhotos(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Params: Params; Reply: Buffer }>('/api/staff/photos/:id/:sha256', {
    schema: {
      summary: 'The image of a photo',
      params: jsonSchemaOf(params),
      response: { 200: { content: { 'image/jpeg': { schema: {} } } }, ...staffProblemAnswers },
    },
    handler: async (request, reply) => {
      const session = await requireSession(context, request);
      const { role } = session.me;
      const permission =
        role === 'crew' ? 'run-sheet' : hasPermission(role, 'see-own-area') ? 'see-own-area' : 'see-bookings';
      await requirePermission(context, request, permission);
      const { id, sha256 } = request.params;
      const image = await photoImage(context, { bookingId: id, photo: sha256 }, reachOf(session));
      if (image === undefined) throw new ProblemError('photo-not-found');
      const audited = auditedOf(session, request);
      await auditView(context, audited, { action: 'see-photo', bookingId: id, detail: { photo: sha256 } });
      return reply
        .type('image/jpeg')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'inline')
        .send(image);
    },
  });
  addPhotoUpload(app, context, {
    url: '/api/staff/photos/:id',
    summary: "Send a crew's photo, or the next part of it",
    security: [],
    ownerOf: async (request) => {
      const { me } = await requirePermission(context, request, 'run-sheet');
      refuseOtherPerson(request, me.id);
      return `staff:${me.id}`;
    },
  });
}

/** A crew without a unit reaches no booking. */
function reachOf(session: StaffSession): Parameters<typeof photoImage>[2] {
  const areas = areasOf(session);
  if (session.me.role === 'crew') return { unit: session.me.unit ?? '' };
  return areas === undefined ? {} : { areas };
}
