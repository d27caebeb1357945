import type { City } from '../../../../domain/city/city';

export type District = {
  /** Kemendagri code of the kecamatan, e.g. `18.72.01`. */
  readonly code: string;
  readonly name: string;
  readonly areas: readonly { readonly code: string; readonly name: string }[];
};

/** Returns the city's kecamatan with their kelurahan, in the order of the codes. */
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

/** Returns the names of the kecamatan and kelurahan whose codes a line of the rota holds. */
export function namesOfAreas(codes: readonly string[], city: Pick<City, 'areas'>): string[] {
  const names = new Map<string, string>();
  for (const { code, kecamatan, kelurahan } of city.areas) {
    names.set(districtCode(code), kecamatan);
    names.set(code, kelurahan);
  }
  return codes.map((code) => names.get(code) ?? code);
}

/** Returns the kecamatan's code: the first three numbers of its kelurahan's code. */
function districtCode(code: string): string {
  return code.split('.').slice(0, 3).join('.');
}
