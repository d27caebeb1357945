// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BackLink } from '../../../src/web/ui/back-link/back-link';
import { Button, ButtonLink } from '../../../src/web/ui/button/button';
import { Card } from '../../../src/web/ui/card/card';
import { Dialog } from '../../../src/web/ui/dialog/dialog';
import { ErrorSummary } from '../../../src/web/ui/error-summary/error-summary';
import { Expander } from '../../../src/web/ui/expander/expander';
import { Facts } from '../../../src/web/ui/fact/fact';
import { LinkRows } from '../../../src/web/ui/link-rows/link-rows';
import { Notice } from '../../../src/web/ui/notice/notice';
import { Page } from '../../../src/web/ui/page/page';
import { PageHeading } from '../../../src/web/ui/page-heading/page-heading';
import { SKELETON_SILENT_MS, Skeleton } from '../../../src/web/ui/skeleton/skeleton';
import { SkipLink } from '../../../src/web/ui/skip-link/skip-link';
import { StatusTag } from '../../../src/web/ui/status-tag/status-tag';
import { Steps } from '../../../src/web/ui/steps/steps';
import { SummaryList } from '../../../src/web/ui/summary-list/summary-list';
import { WholeWords } from '../../../src/web/ui/whole-words/whole-words';
import { renderUi } from './render-ui';

afterEach(cleanup);

describe('Button', () => {
  it('acts once per press, and while busy takes focus but no press', async () => {
    const onClick = vi.fn();
    const { unmount } = renderUi(<Button onClick={onClick}>Kirim</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Kirim' }));
    expect(onClick).toHaveBeenCalledTimes(1);
    unmount();
    const onSubmit = vi.fn();
    renderUi(
      <Page onSubmit={onSubmit}>
        <Button type="submit" busy onClick={onClick}>
          Kirim
        </Button>
      </Page>,
    );
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Kirim' }));
    await userEvent.keyboard('{Enter}');
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('as a link opens a page of the app, or another site in a new tab', () => {
    renderUi(
      <>
        <ButtonLink to="/ajukan">Ajukan</ButtonLink>
        <ButtonLink href="https://wa.me/?text=a">Bagikan</ButtonLink>
        <ButtonLink href="tel:+62725">Telepon</ButtonLink>
      </>,
    );
    expect(screen.getByRole('link', { name: 'Ajukan' }).getAttribute('href')).toBe('/ajukan');
    const outside = screen.getByRole('link', { name: 'Bagikan' });
    expect(outside.getAttribute('rel')).toBe('noopener noreferrer');
    expect(outside.getAttribute('target')).toBe('_blank');
    expect(screen.getByRole('link', { name: 'Telepon' }).getAttribute('target')).toBeNull();
  });
});

function PressedForm() {
  const [errors, setErrors] = useState([{ fieldId: 'year', message: 'Tulis tahun lahir.' }]);
  return (
    <>
      <ErrorSummary errors={errors} />
      <input id="year" aria-label="Tahun" />
      <Button onClick={() => setErrors([...errors])}>Lanjut</Button>
    </>
  );
}

describe('ErrorSummary', () => {
  it('takes the focus at each new list, and links to the field', async () => {
    const scroll = vi.fn();
    Element.prototype.scrollIntoView = scroll;
    renderUi(<PressedForm />);
    const summary = screen.getByRole('alert');
    expect(within(summary).getByRole('heading', { name: 'Ada 1 isian yang perlu diperbaiki' })).toBeTruthy();
    expect(document.activeElement).toBe(summary);
    await userEvent.click(screen.getByRole('button', { name: 'Lanjut' }));
    expect(document.activeElement).toBe(summary);
    await userEvent.click(screen.getByRole('link', { name: 'Tulis tahun lahir.' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Tahun' }));
    expect(scroll).toHaveBeenCalledOnce();
    expect(location.hash).toBe('');
  });

  it('is absent without errors', () => {
    renderUi(<ErrorSummary errors={[]} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('PageHeading', () => {
  it('takes the focus only when asked, and sets the title of the tab', () => {
    const scrollTo = vi.spyOn(window, 'scrollTo').mockReturnValue();
    const { unmount } = renderUi(<PageHeading title="Beranda">Beranda</PageHeading>);
    expect(document.activeElement).toBe(document.body);
    expect(document.title).toBe('Beranda');
    unmount();
    renderUi(
      <PageHeading takesFocus lead="Petugas datang.">
        Siapa?
      </PageHeading>,
    );
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Siapa?' }));
    scrollTo.mockRestore();
  });
});

describe('the frame of a page', () => {
  it('has one main, which the skip link reaches; Enter in a field submits the page', async () => {
    const onSubmit = vi.fn();
    renderUi(
      <>
        <SkipLink targetId="isi" />
        <Page onSubmit={onSubmit} back={<BackLink to="/a" />} actions={<Button type="submit">Lanjut</Button>}>
          <input aria-label="Nama" />
        </Page>
      </>,
    );
    await userEvent.click(screen.getByRole('link', { name: 'Langsung ke isi halaman' }));
    expect(document.activeElement).toBe(screen.getByRole('main'));
    await userEvent.type(screen.getByRole('textbox', { name: 'Nama' }), '{Enter}');
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(screen.getByRole('link', { name: 'Kembali' }).getAttribute('href')).toBe('/a');
  });
});

describe('small components', () => {
  it('a link with its own navigation stays a link', async () => {
    const follow = vi.fn();
    renderUi(
      <>
        <BackLink to="/a" follow={follow} />
        <ButtonLink to="/b" follow={follow}>
          Keluar
        </ButtonLink>
      </>,
    );
    const [back, leave] = screen.getAllByRole('link');
    expect([back, leave].map((link) => link?.getAttribute('href'))).toEqual(['/a', '/b']);
    await userEvent.click(screen.getByRole('link', { name: 'Kembali' }));
    leave?.focus();
    await userEvent.keyboard('{Enter}');
    expect(follow.mock.calls).toEqual([['/a'], ['/b']]);
    // Opening a new tab is left to the browser: nothing here prevents that press.
    const held = vi.fn((event: Event) => event.defaultPrevented);
    const stop = (event: Event) => {
      held(event);
      event.preventDefault();
    };
    window.addEventListener('click', stop);
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) {
      if (back) fireEvent.click(back, { [key]: true });
    }
    window.removeEventListener('click', stop);
    expect(held.mock.results.map(({ value }) => value)).toEqual([false, false, false]);
    expect(follow).toHaveBeenCalledTimes(2);
  });

  it('BackLink as a button calls back', async () => {
    const onBack = vi.fn();
    renderUi(<BackLink onBack={onBack} />);
    await userEvent.click(screen.getByRole('button', { name: 'Kembali' }));
    expect(onBack).toHaveBeenCalledOnce();
  });

  it('Notice names its kind in words, and is a live region only when asked', () => {
    renderUi(
      <Notice kind="warning" title="Belum terkirim" isLive>
        Data Anda aman.
      </Notice>,
    );
    expect(screen.getByRole('status').textContent).toBe('Perhatian: Belum terkirimData Anda aman.');
  });

  it('StatusTag, Steps, Facts and Expander say everything in words', () => {
    renderUi(
      <>
        <StatusTag tone="good">Terjadwal</StatusTag>
        <Steps step={3} total={10} />
        <Facts facts={[{ label: 'Jam', value: '09.00' }]} />
        <Expander summary="Mengapa?">Supaya siap.</Expander>
      </>,
    );
    expect(screen.getByText('Terjadwal')).toBeTruthy();
    expect(screen.getByText('Langkah 3 dari 10')).toBeTruthy();
    expect(screen.getByRole('term').textContent).toBe('Jam');
    expect(screen.getByRole('definition').textContent).toBe('09.00');
    expect(screen.getByText('Mengapa?').closest('summary')).not.toBeNull();
  });

  it('SummaryList names what each link changes', () => {
    const change = { to: '/ubah/nama', subject: 'nama' };
    renderUi(<SummaryList rows={[{ question: 'Nama', answer: 'Siti', change }]} />);
    expect(screen.getByRole('link', { name: 'Ubah nama' }).getAttribute('href')).toBe('/ubah/nama');
  });

  it('Card and LinkRows are links named by their titles', () => {
    renderUi(
      <>
        <Card title="Kunjungan" to="/k/1" />
        <LinkRows rows={[{ to: '/l', title: 'Layanan', hint: 'Apa saja' }]} />
      </>,
    );
    const heading = screen.getByRole('heading', { level: 2, name: 'Kunjungan' });
    expect(within(heading).getByRole('link').getAttribute('href')).toBe('/k/1');
    expect(screen.getByRole('link', { name: 'Layanan Apa saja' }).getAttribute('href')).toBe('/l');
  });
});

describe('Skeleton', () => {
  it('adds a sentence after ten seconds', () => {
    vi.useFakeTimers();
    renderUi(<Skeleton />);
    expect(screen.getByRole('status').textContent).toBe('Sedang memuat');
    act(() => {
      vi.advanceTimersByTime(SKELETON_SILENT_MS);
    });
    expect(screen.getByRole('status').textContent).toMatch(/Data Anda aman/);
    vi.useRealTimers();
  });
});

describe('Dialog', () => {
  it('opens as a modal that is named by its title and takes the focus; Escape only closes it', () => {
    // jsdom has no modal dialogs: these two calls are replaced, and the rest is the real element.
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
    };
    const onClose = vi.fn();
    const actions = <Button onClick={onClose}>Tidak jadi</Button>;
    const { unmount } = renderUi(<Dialog isOpen onClose={onClose} title="Batalkan?" actions={actions} />);
    const dialog = screen.getByRole('dialog', { name: 'Batalkan?' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Batalkan?' }));
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(onClose).toHaveBeenCalledOnce();
    unmount();
    renderUi(<Dialog isOpen={false} onClose={onClose} title="Batalkan?" actions={actions} />);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('WholeWords', () => {
  it('keeps names with a hyphen on one line, and the text as it is', () => {
    const text = 'KTP-el dan F-1.02, PBB-P2; pelan-pelan, AK-1.';
    const { container } = renderUi(
      <p>
        <WholeWords>{text}</WholeWords>
      </p>,
    );
    expect(container.textContent).toBe(text);
    const whole = [...container.querySelectorAll('.whole-word')].map((part) => part.textContent);
    expect(whole).toEqual(['KTP-el', 'F-1.02', 'PBB-P2', 'AK-1']);
  });

  it('keeps hours on one line where they fit', () => {
    const { container } = renderUi(
      <p>
        <WholeWords>Selasa, 1 Desember 2026, Pagi 08.00–11.30; in English 13:00–15:00</WholeWords>
      </p>,
    );
    const whole = [...container.querySelectorAll('.whole-hours')].map((part) => part.textContent);
    expect(whole).toEqual(['08.00–11.30', '13:00–15:00']);
  });
});
