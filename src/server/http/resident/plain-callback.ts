import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as v from 'valibot';
import { callbackId as callbackIdOf } from '../../../contract/scalars';
import { parsePersonName } from '../../../domain/people/person-name';
import { parsePhone } from '../../../domain/people/phone';
import { runCommand } from '../../commands/run/run-command';
import { isCallbackListFull } from '../../queries/callback/is-list-full';
import type { ServerContext } from '../server-context';
import { requireSameOrigin } from '../staff/account/origin';

/** The built pages link it from the notice for browsers that are too old for the app. */
const PATH = '/api/minta-ditelepon';
const MAX_FORM_BYTES = 2_000;

const WORDS = {
  name: 'Tulis nama Anda, dengan huruf.',
  phone: 'Nomor HP belum benar. Contoh: 0812 3456 7890.',
  refused: 'Permintaan belum bisa diterima. Muat ulang halaman ini, lalu coba lagi.',
  busy: 'Belum tersimpan. Tunggu sebentar, lalu kirim lagi.',
  full: 'Banyak orang menunggu ditelepon. Telepon nomor di atas, atau coba lagi besok.',
} as const;

/**
 * `GET /api/minta-ditelepon`: the telephone numbers and a form, as a page without code or styles, for browsers
 * in which the app does not run. `POST` puts the person on the desk's list of callbacks. Each form is a device
 * of its own, so that sending it twice asks once; what a stranger can send is bounded per address, as for
 * every new device, and for all addresses together by how many people wait for a call.
 */
export async function addPlainCallback(app: FastifyInstance, context: ServerContext): Promise<void> {
  await app.register((scope, _options, ready) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.get(PATH, { schema: { hide: true } }, async (_request, reply) =>
      sendPage(reply, formPage(context, randomUUID())),
    );
    scope.post(PATH, { schema: { hide: true } }, async (request, reply) => {
      requireSameOrigin(request);
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      const given = (field: string) => (form.get(field) ?? '').trim();
      const asked = given('id');
      const callbackId = v.is(callbackIdOf, asked) ? asked : undefined;
      const name = parsePersonName(given('nama'));
      const phone = parsePhone(given('telepon'));
      const again = (words: string, status = 422) =>
        sendPage(reply.code(status), formPage(context, callbackId ?? randomUUID(), words, form));
      if (callbackId === undefined) return again(WORDS.refused);
      if (!name.ok) return again(WORDS.name);
      if (!phone.ok) return again(WORDS.phone);
      if (await isCallbackListFull(context)) return again(WORDS.full, 503);
      const device = createHash('sha256').update(`plain ${callbackId}`).digest('base64url');
      const result = await runCommand(context, device, {
        id: callbackId,
        madeAt: new Date(context.clock()).toISOString(),
        name: 'ask-callback',
        callbackId,
        person: { name: name.name, phone: phone.phone },
      });
      if (result.outcome === 'done')
        return sendPage(reply, page('<p>Terima kasih. Kami akan menelepon Anda.</p>'));
      return again(result.outcome === 'refused' ? WORDS.refused : WORDS.busy);
    });
    ready();
  });
}

/** The form's own origin must be told to the server, which the policy of other answers withholds. */
function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('referrer-policy', 'same-origin').send(html);
}

function formPage(context: ServerContext, id: string, problem?: string, form?: URLSearchParams): string {
  const { contacts, office } = context.city.settings;
  const field = (name: string, label: string, type: string) =>
    `<p><label>${label}<br><input name="${name}" type="${type}" maxlength="100" required value="${escapeHtml(form?.get(name) ?? '')}"></label></p>`;
  const numbers = contacts.map(({ label, phone, hours }) => {
    const reach =
      phone === undefined
        ? 'Nomor telepon belum diatur.'
        : `<a href="tel:${escapeHtml(phone)}">${escapeHtml(phone)}</a>`;
    return `<p><b>${escapeHtml(label)}</b><br>${reach}${hours === undefined ? '' : `<br>${escapeHtml(hours)}`}</p>`;
  });
  return page(
    [
      ...numbers,
      office === undefined
        ? ''
        : `<p>${escapeHtml([office.name, office.address, office.hours].filter(Boolean).join(', '))}</p>`,
      '<h2>Minta ditelepon</h2>',
      problem === undefined ? '' : `<p role="alert"><b>${problem}</b></p>`,
      `<form method="post" action="${PATH}"><input type="hidden" name="id" value="${escapeHtml(id)}">`,
      field('nama', 'Nama Anda', 'text'),
      field('telepon', 'Nomor HP', 'tel'),
      '<p><button type="submit">Minta ditelepon</button></p></form>',
    ].join(''),
  );
}

function page(content: string): string {
  return `<!doctype html><html lang="id"><meta name="viewport" content="width=device-width"><title>Minta ditelepon</title><h1>Telepon kami</h1>${content}<p><a href="/">Ke halaman awal</a></p>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
