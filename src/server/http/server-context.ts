import type { runCommand } from '../commands/run/run-command';

/** What commands and queries are given; this room hands it on and never looks inside. */
export type ServerContext = Parameters<typeof runCommand>[0];
