import type { City } from '../../../domain/city/city';
import type { StaffRole } from '../../../domain/staff/role';
import type { StaffActor } from '../../commands/run/staff-actor';
import { inviteMember } from '../../commands/staff/invite-member';
import type { ServerContext } from '../../db/engine/context';

/**
 * A member of the practice city's staff, and the token of the link that admits whoever plays this part, once.
 */
export type PracticeMember = {
  readonly actor: StaffActor;
  readonly role: StaffRole;
  readonly name: string;
  readonly token: string;
};

type Part = Pick<StaffActor, 'role' | 'areas'> & {
  readonly unit?: string | undefined;
  readonly name: string;
  readonly signInName: string;
};

/** No address: nobody did at a screen what this code does. */
const NO_ADDRESS = '';

/**
 * Invites an admin, a coordinator, one person for a kelurahan, and a crew for each unit. None has a password
 * until their link is used.
 */
export async function inviteStaff(context: ServerContext): Promise<PracticeMember[]> {
  const members: PracticeMember[] = [];
  for (const part of partsOf(context.city)) {
    const invited = await inviteMember(context, null, part);
    if (!invited.ok) throw new Error(`practice: ${part.name}: ${invited.problem}`);
    const { id, role, name, unit, areas } = invited.member;
    const actor = { id, role, areas, address: NO_ADDRESS, ...(unit === undefined ? {} : { unit }) };
    members.push({ actor, role, name, token: invited.token });
  }
  return members;
}

function partsOf({ areas, settings }: City): Part[] {
  const [first] = areas;
  const kelurahan = first?.kelurahan ?? '';
  return [
    { role: 'admin', areas: [], name: 'Admin Latihan', signInName: 'latihan.admin' },
    { role: 'coordinator', areas: [], name: 'Koordinator Latihan', signInName: 'latihan.koordinator' },
    {
      role: 'kelurahan',
      areas: first === undefined ? [] : [first.code],
      name: `Kelurahan ${kelurahan} Latihan`,
      signInName: 'latihan.kelurahan',
    },
    ...settings.units.map(
      ({ id, name }): Part => ({
        role: 'crew',
        areas: [],
        unit: id,
        name: `Petugas Latihan ${name}`,
        signInName: `latihan.${id}`,
      }),
    ),
  ];
}
