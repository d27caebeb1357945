/**
 * Characters that nobody sees and that an app may put into a link: direction marks, joiners, control
 * characters.
 */
const MARKS = /[\p{Cf}\p{Cc}]/gu;
const BASE64URL = 'A-Za-z0-9_-';

/**
 * Returns the secret of a link, 22 characters of base64url (128 bits), from the text around it: the address
 * itself, `%23` for `#`, a full stop, bracket, asterisk or invisible mark after it, parameters that a
 * messenger adds. `undefined` where there is none.
 */
export function tokenIn(text: string): string | undefined {
  return secretIn(text, `[${BASE64URL}]{22}`)?.[0];
}

/** Returns the id (22 characters) and the key (43) of a transfer link in the same way. */
export function transferTokenIn(text: string): { readonly id: string; readonly key: string } | undefined {
  const [whole] = secretIn(text, `[${BASE64URL}]{22}\\.[${BASE64URL}]{43}`) ?? [];
  const [id, key] = whole?.split('.') ?? [];
  return id === undefined || key === undefined ? undefined : { id, key };
}

/** Searches only after the last `#`, so that no parameter before it is taken for the secret. */
function secretIn(text: string, shape: string): RegExpMatchArray | undefined {
  const plain = decoded(text).replace(MARKS, '');
  const fragment = plain.slice(plain.lastIndexOf('#') + 1);
  // Chat programs set text between underscores in italics: underscores around a secret are not part of it.
  const tries = [
    `(?<![${BASE64URL}])${shape}(?![${BASE64URL}])`,
    `(?<=(?<![${BASE64URL}])_)${shape}(?=_(?![${BASE64URL}]))`,
  ];
  for (const one of tries) {
    const found = new RegExp(one).exec(fragment);
    if (found !== null) return found;
  }
  return undefined;
}

/** Decodes a link, which may have been encoded twice. Text that cannot be decoded is read as it stands. */
function decoded(text: string): string {
  let plain = text;
  for (let turn = 0; turn < 2; turn += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      return plain;
    }
  }
  return plain;
}
