import type { Area, AreaCode } from '../../domain/city/city';

/** The 22 kelurahan, each with a point inside it. PROVENANCE.md lists the sources and what was changed. */
export const areas: readonly Area[] = [
  ...kecamatan('18.72.01', 'Metro Pusat', [
    ['1001', 'Metro', -5.12165, 105.30447],
    ['1002', 'Hadimulyo Timur', -5.09682, 105.31036],
    ['1003', 'Imopuro', -5.11159, 105.30564],
    ['1004', 'Hadimulyo Barat', -5.10611, 105.29829],
    ['1005', 'Yosomulyo', -5.09906, 105.3258],
  ]),
  ...kecamatan('18.72.02', 'Metro Utara', [
    ['1001', 'Banjarsari', -5.09894, 105.28719],
    ['1002', 'Purwosari', -5.08591, 105.29807],
    ['1003', 'Karangrejo', -5.07882, 105.3352],
    ['1004', 'Purwoasri', -5.07661, 105.30634],
  ]),
  ...kecamatan('18.72.03', 'Metro Barat', [
    ['1001', 'Mulyojati', -5.13711, 105.29737],
    ['1002', 'Ganjar Agung', -5.1334, 105.28201],
    ['1003', 'Mulyosari', -5.15151, 105.27614],
    ['1004', 'Ganjar Asri', -5.12165, 105.2931],
  ]),
  ...kecamatan('18.72.04', 'Metro Timur', [
    ['1001', 'Yosodadi', -5.10815, 105.33503],
    ['1002', 'Tejosari', -5.14559, 105.32417],
    ['1003', 'Iring Mulyo', -5.12284, 105.31848],
    ['1004', 'Yosorejo', -5.11266, 105.3169],
    ['1005', 'Tejo Agung', -5.13422, 105.3189],
  ]),
  ...kecamatan('18.72.05', 'Metro Selatan', [
    ['1001', 'Rejomulyo', -5.16131, 105.31332],
    ['1002', 'Margorejo', -5.14584, 105.29712],
    ['1003', 'Sumbersari Bantul', -5.16551, 105.29072],
    ['1004', 'Margodadi', -5.15123, 105.30389],
  ]),
];

/** Code within the kecamatan, name, latitude and longitude. */
type Row = readonly [code: string, kelurahan: string, lat: number, lng: number];

function kecamatan(kecamatanCode: string, name: string, rows: readonly Row[]): readonly Area[] {
  return rows.map(([code, kelurahan, lat, lng]) => ({
    code: `${kecamatanCode}.${code}` as AreaCode,
    kelurahan,
    kecamatan: name,
    lat,
    lng,
  }));
}
