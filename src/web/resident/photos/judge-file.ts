import { heicSizeOf, isHeic } from '../../../domain/photo/heic';
import { PICTURE_HEAD_BYTES, pictureKindOf } from '../../../domain/photo/picture-kind';
import type { UnopenedFile } from '../../../offline/store/photo/why-unopened';
import { pictureSizeOf } from './picture-size';

/** Why a file is not accepted; the words are under `photos.bad.<problem>`. */
export type BadFile = 'too-big' | 'not-a-photo' | 'too-many-pixels' | UnopenedFile;

const MAX_FILE_BYTES = 25_000_000;
/**
 * An open picture takes four bytes a pixel. This is what phones with little memory can hold and what phone
 * cameras produce.
 */
const MAX_PIXELS = 51_000_000;
/** How much is read to find the size: the camera's metadata and a small preview stand before it. */
const HEAD_BYTES = 524_288;

/**
 * Checks a file by its size and first bytes, whatever its name, before opening it. Rejects where the phone
 * cannot read it.
 */
export async function judgeFile(file: Blob): Promise<BadFile | undefined> {
  if (file.size === 0) return 'not-on-phone';
  if (file.size > MAX_FILE_BYTES) return 'too-big';
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const isOther = isHeic(head);
  if (!isOther && pictureKindOf(head.subarray(0, PICTURE_HEAD_BYTES)) === undefined) return 'not-a-photo';
  const size = isOther ? heicSizeOf(head) : pictureSizeOf(head);
  if (size === undefined) return isOther ? 'heic' : 'unreadable';
  return size.width * size.height > MAX_PIXELS ? 'too-many-pixels' : undefined;
}
