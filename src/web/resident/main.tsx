import '../ui/theme/theme.css';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { loadWords, WordsProvider } from '../copy/words';
import { readThemeChoice, showTheme } from '../ui/theme/theme-choice';
import { residentPhone, wakePhone } from './resident-phone';
import { AppRoutes } from './routes';
import { catchInstallOffer } from './shell/install-offer';
import { PhoneSourceProvider } from './shell/phone-context';

showTheme(readThemeChoice());
catchInstallOffer();
void start();

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  const app = (
    <StrictMode>
      <WordsProvider words={await loadWords('id', ['resident'])}>
        <PhoneSourceProvider source={residentPhone}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </PhoneSourceProvider>
      </WordsProvider>
    </StrictMode>
  );
  // The home page comes drawn by the build; every other address begins empty.
  if (location.pathname === '/' && root.firstElementChild) {
    // Reading the code and taking the page over are two tasks, so that a touch between them is answered.
    await new Promise((resolve) => setTimeout(resolve));
    hydrateRoot(root, app);
  } else createRoot(root).render(app);
  wakePhone();
}
