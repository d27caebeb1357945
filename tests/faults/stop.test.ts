import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSubmission, newSecret } from '../support/test-app';
import { bundleServer } from './bundle-server';
import { freePort } from './free-port';
import { killProcess, startProcess, startProject } from './server-process';

/** Longer than the server looks back to judge its load. */
const SLEEP_MS = 6_000;

let main: string;
let folder: string;

beforeAll(async () => {
  main = await bundleServer('stop');
  folder = await mkdtemp(join(tmpdir(), 'mpp-stop-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('told to stop, the server answers what it was asked and leaves nothing open', async () => {
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const server = await startProcess(main, dataDir, port);
  const exited = once(server.child, 'exit');
  // A browser opens such connections in advance.
  const unused = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(unused, 'connect');
  const body = JSON.stringify({ version: 1, cursor: null, commands: [makeSubmission()] });
  const asking = request(`${server.url}/api/sync`, {
    method: 'POST',
    // Keeps its connection open, as a proxy does, until the server lets go.
    agent: new Agent({ keepAlive: true }),
    headers: {
      authorization: `Device ${newSecret()}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  });
  const answered = once(asking, 'response');
  await new Promise<void>((resolve) => asking.write(body.slice(0, 20), () => resolve()));
  await fetch(`${server.url}/api/health`);
  server.child.kill('SIGTERM');
  // Once nobody new is let in, the server has heard the signal, with half a request still to come.
  while (await isOpen(server.url)) await new Promise((resolve) => setTimeout(resolve, 10));
  asking.end(body.slice(20));
  const [response]: IncomingMessage[] = await answered;
  expect(response?.statusCode).toBe(200);
  response?.resume();
  expect(await exited).toEqual([0, null]);
  // SQLite removes its log when the last connection closes properly.
  expect((await readdir(dataDir)).sort()).toEqual(['keys.json', 'latihan', 'mpp-mobile.sqlite']);
});

test('a signal to `npm start` stops the server itself', async () => {
  // The product's own script in a project where nothing is left to build: in this folder it would build as
  // for tests, over `dist`.
  const project = join(folder, 'project');
  await mkdir(join(project, 'dist/server'), { recursive: true });
  await mkdir(join(project, 'src/build'), { recursive: true });
  await copyFile('package.json', join(project, 'package.json'));
  await writeFile(join(project, 'src/build/build-if-needed.ts'), '');
  await symlink(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
  await symlink(main, join(project, 'dist/server/main.js'));
  const npm = await startProject(project, join(folder, 'npm'), await freePort());
  const exited = once(npm.child, 'exit');
  npm.child.kill('SIGTERM');
  await exited;
  // The server closes the port when it ends, and npm does not wait for that.
  await expect.poll(() => isOpen(npm.url), { timeout: 20_000 }).toBe(false);
  const left = async () => (await readdir(join(folder, 'npm'))).sort();
  await expect.poll(left, { timeout: 20_000 }).toEqual(['keys.json', 'latihan', 'mpp-mobile.sqlite']);
});

test('after the machine slept, the server answers at once', async () => {
  const server = await startProcess(main, join(folder, 'slept'), await freePort());
  // The server judges by the mean of its turns. Before it has had some, the mean would be the sleep itself.
  await askOften(server.url);
  server.child.kill('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, SLEEP_MS));
  server.child.kill('SIGCONT');
  // The timers of the whole sleep come first; what they saw must not count against new requests.
  await askOften(server.url);
  await killProcess(server);
});

test('only the owner can read what the server keeps', async () => {
  const dataDir = join(folder, 'data');
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  for (const name of await readdir(dataDir)) {
    const kept = await stat(join(dataDir, name));
    expect(kept.mode & 0o777, name).toBe(kept.isDirectory() ? 0o700 : 0o600);
  }
});

test('without its keys the server does not start, and says so', async () => {
  const dataDir = join(folder, 'data');
  await rm(join(dataDir, 'keys.json'));
  await expect(startProcess(main, dataDir, await freePort())).rejects.toThrow('keys.json are missing');
});

test("another installation's keys stop the start, and a missing database needs NEW_DATABASE", async () => {
  const [own, other] = [join(folder, 'own'), join(folder, 'other')];
  for (const dataDir of [own, other]) await killProcess(await startProcess(main, dataDir, await freePort()));
  await copyFile(join(other, 'keys.json'), join(own, 'keys.json'));
  await expect(startProcess(main, own, await freePort())).rejects.toThrow('do not fit the database');
  await rm(join(other, 'mpp-mobile.sqlite'));
  await expect(startProcess(main, other, await freePort())).rejects.toThrow('NEW_DATABASE=1');
  await expect(startProcess(main, other, await freePort())).rejects.toThrow('NEW_DATABASE=1');
});

test('a port in use is reported, with what to do', async () => {
  const port = await freePort();
  const first = await startProcess(main, join(folder, 'first'), port);
  await expect(startProcess(main, join(folder, 'second'), port)).rejects.toThrow(
    `Port ${port} is in use, perhaps by this server itself. Stop that, or choose another`,
  );
  await killProcess(first);
});

async function askOften(url: string): Promise<void> {
  for (let asked = 0; asked < 20; asked += 1) {
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isOpen(url: string): Promise<boolean> {
  return fetch(`${url}/api/health`).then(
    () => true,
    () => false,
  );
}
