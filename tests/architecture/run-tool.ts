import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './plant-tree';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

export type ToolRun = { readonly exitCode: number; readonly output: string };

/**
 * Runs one of the installed tools in a folder. A tool that finds faults returns its exit code and does not
 * throw.
 */
export function runTool(name: string, args: readonly string[], folder: string): Promise<ToolRun> {
  const program = join(ROOT, 'node_modules/.bin', name);
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd: folder, env, maxBuffer: MAX_OUTPUT_BYTES }, (error, stdout) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, output: stdout });
    });
  });
}
