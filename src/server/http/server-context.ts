import type { runCommand } from '../commands/run/run-command';

/** The context of commands and queries. Most of this room only hands it on. */
export type ServerContext = Parameters<typeof runCommand>[0];
