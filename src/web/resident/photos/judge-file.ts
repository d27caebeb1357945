import { PICTURE_HEAD_BYTES, pictureKindOf } from '../../../domain/photo/picture-kind';
import { pictureSizeOf } from './picture-size';

/** Why a file is not taken; said in words under `photos.bad.<problem>`. */
export type BadFile = 'empty' | 'too-big' | 'not-a-photo' | 'too-many-pixels' | 'unreadable';

const MAX_FILE_BYTES = 25_000_000;
/** Opened it takes four bytes a pixel: what phones with little memory still bear, and what their cameras make. */
const MAX_PIXELS = 51_000_000;
/** Notes of the camera and a small preview stand before the size. */
const HEAD_BYTES = 524_288;

/** Judges a file by its size and first bytes, whatever it is called, before anything of it is opened. */
export async function judgeFile(file: Blob): Promise<BadFile | undefined> {
  if (file.size === 0) return 'empty';
  if (file.size > MAX_FILE_BYTES) return 'too-big';
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (pictureKindOf(head.subarray(0, PICTURE_HEAD_BYTES)) === undefined) return 'not-a-photo';
  const size = pictureSizeOf(head);
  if (size === undefined) return 'unreadable';
  return size.width * size.height > MAX_PIXELS ? 'too-many-pixels' : undefined;
}
