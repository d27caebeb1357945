import '../ui/theme/theme.css';
import './shell/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { unstable_HistoryRouter as HistoryRouter } from 'react-router-dom';
import { metro } from '../../city/metro/metro';
import { phoneClock } from '../../offline/clock/phone-clock';
import { loadWords, WordsProvider } from '../copy/words';
import { phoneOffsetAt, showZone } from '../copy/zone';
import { createAppHistory } from '../ui/after-paint/app-history';
import { startCarrying } from '../ui/carry-over/carry-over';
import { readThemeChoice, showTheme } from '../ui/theme/theme-choice';
import { stayTrue } from '../ui/translator/stay-true';
import { StaffRoutes } from './routes';
import { clearPhoneAfterSignOut } from './shell/session/clear-crew-phone';
import { createSession } from './shell/session/session';
import { SessionProvider } from './shell/session/staff-context';

/** The app's path on the server; all its addresses are below it. */
const BASE = '/petugas';

stayTrue();
showTheme(readThemeChoice());
showZone(metro.settings.utcOffsetMinutes, phoneOffsetAt(phoneClock.now()));
startCarrying('staff');
void start();

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  const session = createSession(phoneClock.now);
  clearPhoneAfterSignOut(session);
  createRoot(root).render(
    <StrictMode>
      <WordsProvider words={await loadWords('id', ['staff'])}>
        <SessionProvider session={session} city={metro} clock={phoneClock}>
          <HistoryRouter basename={BASE} history={createAppHistory()}>
            <StaffRoutes />
          </HistoryRouter>
        </SessionProvider>
      </WordsProvider>
    </StrictMode>,
  );
}
