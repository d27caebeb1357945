import '../ui/theme/theme.css';
import { StrictMode, startTransition } from 'react';
import { unstable_HistoryRouter as HistoryRouter } from 'react-router-dom';
import { place } from '../../city/metro/place';
import { phoneClock } from '../../offline/clock/phone-clock';
import { readLanguage, showLanguage } from '../copy/language-choice';
import { FIRST_LOCALE, type Locale, loadWords, spokenLocale, WordsProvider } from '../copy/words';
import { phoneOffsetAt, showZone } from '../copy/zone';
import { createAppHistory } from '../ui/after-paint/app-history';
import { startCarrying } from '../ui/carry-over/carry-over';
import { isSimpleMode, showMode } from '../ui/theme/mode-choice';
import { readThemeChoice, showTheme } from '../ui/theme/theme-choice';
import { stayTrue } from '../ui/translator/stay-true';
import { createRoot, hydrateRoot } from './draw-first';
import { residentPhone, wakePhone } from './resident-phone';
import { AppRoutes } from './routes';
import { holdPresses } from './shell/frame/hold-presses';
import { catchInstallOffer } from './shell/frame/install-offer';
import { loadCityWords } from './shell/language/city-words';
import { PhoneSourceProvider } from './shell/phone/phone-context';

stayTrue();
showTheme(readThemeChoice());
showMode();
showZone(place.settings.utcOffsetMinutes, phoneOffsetAt(phoneClock.now()));
catchInstallOffer();
startCarrying('resident');
void start();

/** Loads the words of the first page and the city's texts in a language. */
async function speak(locale: Locale) {
  const [words] = await Promise.all([loadWords(locale, ['resident']), loadCityWords(locale)]);
  return words;
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  const words = await speak(readLanguage())
    // Falls back to the language built into the app when the words cannot be fetched.
    .catch(() => speak(FIRST_LOCALE));
  const app = (
    <StrictMode>
      <WordsProvider words={words}>
        <PhoneSourceProvider source={residentPhone}>
          <HistoryRouter history={createAppHistory()}>
            <AppRoutes />
          </HistoryRouter>
        </PhoneSourceProvider>
      </WordsProvider>
    </StrictMode>
  );
  showLanguage(spokenLocale());
  // The build renders the home page in the first language and the usual mode; every other page starts empty.
  // A page that a translator has already worked on is no longer what the build drew.
  const isTaken = root.querySelector('font') !== null;
  const isDrawn = spokenLocale() === FIRST_LOCALE && !isSimpleMode() && !isTaken;
  if (isDrawn && location.pathname === '/' && root.firstElementChild) {
    // Loading the code and hydrating are two tasks, so that the browser can handle a touch between them.
    await new Promise((resolve) => setTimeout(resolve));
    holdPresses();
    startTransition(() => void hydrateRoot(root, app));
  } else {
    root.replaceChildren();
    createRoot(root).render(app);
  }
  document.documentElement.dataset.started = '';
  wakePhone();
}
