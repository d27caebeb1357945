import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

export type ServerProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  /** All that it has said so far. */
  readonly readOutput: () => string;
};

/** Starts the bundled server over `dataDir`, on the given port, and waits until it says that it listens. */
export function startProcess(
  main: string,
  dataDir: string,
  port: number,
  databaseUrl = '',
): Promise<ServerProcess> {
  return listen(spawn(process.execPath, [main], optionsFor(dataDir, port, databaseUrl)), port);
}

/** Starts the server by `npm start` of the project in `folder`. The process is npm's. */
export function startProject(folder: string, dataDir: string, port: number): Promise<ServerProcess> {
  return listen(spawn('npm', ['start'], { cwd: folder, ...optionsFor(dataDir, port) }), port);
}

function optionsFor(dataDir: string, port: number, databaseUrl = ''): SpawnOptions {
  return {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
      REQUESTS_PER_ADDRESS: '1000000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  };
}

async function listen(child: ChildProcess, port: number): Promise<ServerProcess> {
  let output = '';
  const url = `http://127.0.0.1:${port}`;
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(url)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`The server ended:\n${output}`)));
  });
  return { url, child, readOutput: () => output };
}

/** Kills the process without a chance to finish anything. */
export async function killProcess({ child }: ServerProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
