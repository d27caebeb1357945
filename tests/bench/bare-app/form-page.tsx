import { useState } from 'react';
import { useNavigate } from 'react-router-dom';

const CHOICES = ['Saya sendiri', 'Orang tua saya', 'Keluarga lain', 'Warga yang saya bantu'];

/** One form page as anybody would write it first: its answers are the page's own state. */
export function FormPage() {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [choice, setChoice] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void navigate('/');
      }}
    >
      <h1>Siapa yang dilayani?</h1>
      <label htmlFor="name">Nama lengkap</label>
      <input id="name" type="text" value={name} onChange={(event) => setName(event.target.value)} />
      <fieldset>
        <legend>Untuk siapa?</legend>
        {CHOICES.map((label) => (
          <label key={label}>
            <input type="radio" name="choice" checked={choice === label} onChange={() => setChoice(label)} />
            {label}
          </label>
        ))}
      </fieldset>
      <button type="submit">Lanjut</button>
      <button type="button" onClick={() => void navigate('/')}>
        Kembali
      </button>
    </form>
  );
}
