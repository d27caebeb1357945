import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { loadWords } from '../web/copy/words';
import { HomeTree } from './home-tree';

/** The home page as HTML, so that its words are on screen before any JavaScript runs. */
export async function prerenderHome(): Promise<string> {
  return renderToString(createElement(HomeTree, { words: await loadWords('id', ['resident']) }));
}
