import { Link } from 'react-router-dom';

export function HomePage() {
  return (
    <main>
      <h1>Kunjungan ke rumah</h1>
      <p>Petugas datang ke rumah Anda.</p>
      <Link to="/isi">Isi</Link>
    </main>
  );
}
