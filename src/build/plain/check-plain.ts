import { execFileSync } from 'node:child_process';
import { judgeTexts, spelledWords } from './judge-texts';
import { readIndonesianTexts } from './read-texts';
import { readWordLists, writeKnownWords } from './word-lists';

/**
 * `npm run plain`: checks that the Indonesian of both apps and of the city is plain. With `--learn`, first
 * asks hunspell (Debian: hunspell, hunspell-id) about all words and writes those it knows to known-words.txt.
 */
async function main(): Promise<void> {
  const texts = await readIndonesianTexts();
  if (process.argv.includes('--learn')) {
    const { own } = await readWordLists();
    const said = [...new Set(texts.flatMap(({ words }) => spelledWords(words)))].filter(
      (word) => !own.has(word),
    );
    const wrong = new Set(askHunspell(said));
    await writeKnownWords(said.filter((word) => !wrong.has(word)));
  }
  const { known, own } = await readWordLists();
  const { sentences, meanWords, faults } = judgeTexts(texts, known, own);
  console.log(
    `plain: ${texts.length} texts, ${sentences} sentences of ${meanWords.toFixed(1)} words on average`,
  );
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
}

/**
 * Returns the words that the dictionary does not know. Throws where hunspell or its Indonesian dictionary is
 * not installed.
 */
function askHunspell(words: readonly string[]): string[] {
  const answer = execFileSync('hunspell', ['-d', process.env.HUNSPELL_DICTIONARY ?? 'id_ID', '-l'], {
    input: words.join('\n'),
    encoding: 'utf8',
  });
  return answer.split('\n').filter((word) => word !== '');
}

await main();
