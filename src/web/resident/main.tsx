import '../ui/theme/theme.css';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { metro } from '../../city/metro/metro';
import { openPhoneStore } from '../../offline/store/phone-store';
import { loadWords, WordsProvider } from '../copy/words';
import { AppRoutes } from './routes';
import { catchInstallOffer } from './shell/install-offer';
import { createLateSync } from './shell/late-sync';
import { PhoneProvider } from './shell/phone-context';
import { readThemeChoice, showTheme } from './shell/theme-choice';

showTheme(readThemeChoice());
catchInstallOffer();
void start();

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  const store = openPhoneStore();
  const sync = createLateSync(store);
  const app = (
    <StrictMode>
      <WordsProvider words={await loadWords('id', ['resident'])}>
        <PhoneProvider phone={{ store, sync, city: metro, now: Date.now }}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </PhoneProvider>
      </WordsProvider>
    </StrictMode>
  );
  // The home page comes drawn by the build; every other address begins empty.
  if (location.pathname === '/' && root.firstElementChild) hydrateRoot(root, app);
  else createRoot(root).render(app);
  sync.start();
}
