import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { addInvite, countAdmins } from '../../db/staff/invite';

/** Returns the token of a new one-time link for the first admin; `undefined` where there is an admin. */
export async function inviteFirstAdmin(context: ServerContext): Promise<string | undefined> {
  return writeCity(context, async (write) => {
    if ((await countAdmins(write.tx, context.city)) > 0) return undefined;
    const { token } = await addInvite(write, { staffId: null, madeBy: null });
    return token;
  });
}
