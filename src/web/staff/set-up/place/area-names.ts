import type { City } from '../../../../domain/city/city';

export type District = {
  /** Kemendagri code of the kecamatan, e.g. `18.72.01`. */
  readonly code: string;
  readonly name: string;
  readonly areas: readonly { readonly code: string; readonly name: string }[];
};

/** The city's kecamatan with their kelurahan, in the order of the codes. */
export function districtsOf({ areas }: Pick<City, 'areas'>): readonly District[] {
  const codes = [...new Set(areas.map(({ code }) => districtCode(code)))];
  return codes.map((code) => {
    const own = areas.filter((area) => districtCode(area.code) === code);
    return {
      code,
      name: own[0]?.kecamatan ?? code,
      areas: own.map((area) => ({ code: area.code, name: area.kelurahan })),
    };
  });
}

/** Names of the kecamatan and kelurahan that a line of the rota names by their codes. */
export function namesOfAreas(codes: readonly string[], city: Pick<City, 'areas'>): string[] {
  const names = new Map<string, string>();
  for (const { code, kecamatan, kelurahan } of city.areas) {
    names.set(districtCode(code), kecamatan);
    names.set(code, kelurahan);
  }
  return codes.map((code) => names.get(code) ?? code);
}

/** A kelurahan's code begins with its kecamatan's, three numbers. */
function districtCode(code: string): string {
  return code.split('.').slice(0, 3).join('.');
}
