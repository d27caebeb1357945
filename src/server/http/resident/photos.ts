import type { FastifyInstance } from 'fastify';
import { readDeviceHash } from '../frame/device-credential';
import { addPhotoUpload } from '../photo/photo-upload';
import type { ServerContext } from '../server-context';

/** `PUT /api/photos/{sha256}`: takes photos of documents, before the command that names them. */
export function addPhotos(app: FastifyInstance, context: ServerContext): void {
  addPhotoUpload(app, context, {
    url: '/api/photos/:id',
    summary: 'Send a photo, or the next part of it',
    security: [{ device: [] }],
    ownerOf: readDeviceHash,
  });
}
