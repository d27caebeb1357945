import { StaticRouter } from 'react-router-dom';
import { place } from '../city/metro/place';
import type { loadWords } from '../web/copy/words';
import { WordsProvider } from '../web/copy/words';
import { AppRoutes } from '../web/resident/routes';
import { PhoneSourceProvider } from '../web/resident/shell/phone/phone-context';

const noPhone = { place, read: () => undefined, watch: () => () => {} };

/** The app at `/`, before the phone's own data can be read. */
export function HomeTree({ words }: { words: Awaited<ReturnType<typeof loadWords>> }) {
  return (
    <WordsProvider words={words}>
      <PhoneSourceProvider source={noPhone}>
        <StaticRouter location="/">
          <AppRoutes />
        </StaticRouter>
      </PhoneSourceProvider>
    </WordsProvider>
  );
}
