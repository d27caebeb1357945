import { join } from 'node:path';
import ts from 'typescript';

/**
 * Each file as it was read once for all areas: they differ in what they may see, not in how a file is read.
 * Most of it is the types of packages.
 */
const readFiles = new Map<string, ts.SourceFile | undefined>();

/**
 * Makes the compiler's view of one area, by that area's own tsconfig. Referenced areas are read as source.
 */
export function loadArea(root: string, area: string): ts.Program {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    getCurrentDirectory: () => root,
    onUnRecoverableConfigFileDiagnostic: (problem) => {
      throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
    },
  };
  const config = ts.getParsedCommandLineOfConfigFile(join(root, area, 'tsconfig.json'), {}, host);
  if (!config) throw new Error(`${area}/tsconfig.json cannot be read`);
  const options = { ...config.options, noEmit: true };
  return ts.createProgram({ rootNames: config.fileNames, options, host: hostOf(options) });
}

function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (path, how, ...rest) => {
    const key = `${path} ${JSON.stringify(how)}`;
    if (!readFiles.has(key)) readFiles.set(key, read(path, how, ...rest));
    return readFiles.get(key);
  };
  return host;
}
