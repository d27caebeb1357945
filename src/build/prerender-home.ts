import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { loadWords } from '../web/copy/words';
import { HomeTree } from './home-tree';

/** Renders the home page to HTML, so that its text is on screen before any JavaScript runs. */
export async function prerenderHome(): Promise<string> {
  return renderToString(createElement(HomeTree, { words: await loadWords('id', ['resident']) }));
}
