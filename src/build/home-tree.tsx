import { StaticRouter } from 'react-router-dom';
import { metro } from '../city/metro/metro';
import { openPhoneStore } from '../offline/store/phone-store';
import type { loadWords } from '../web/copy/words';
import { WordsProvider } from '../web/copy/words';
import { AppRoutes } from '../web/resident/routes';
import { createLateSync } from '../web/resident/shell/late-sync';
import { PhoneProvider } from '../web/resident/shell/phone-context';

/** The app at `/`, with a phone that keeps nothing: no effect runs here, so the store is never opened. */
export function HomeTree({ words }: { words: Awaited<ReturnType<typeof loadWords>> }) {
  const store = openPhoneStore();
  return (
    <WordsProvider words={words}>
      <PhoneProvider phone={{ store, sync: createLateSync(store), city: metro, now: () => 0 }}>
        <StaticRouter location="/">
          <AppRoutes />
        </StaticRouter>
      </PhoneProvider>
    </WordsProvider>
  );
}
