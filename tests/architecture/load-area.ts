import { join } from 'node:path';
import ts from 'typescript';

/** The compiler's view of one area, by that area's own tsconfig. Referenced areas are read as source. */
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
  return ts.createProgram({ rootNames: config.fileNames, options: { ...config.options, noEmit: true } });
}
