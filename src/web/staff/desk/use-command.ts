import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { CommandId } from '../../../contract/scalars';
import type { DeskCommand } from '../../../contract/staff/commands';
import type { Problem } from '../../../domain/problem';
import { useStaff } from '../shell/session/staff-context';
import { sendCommand } from './desk-api';

/**
 * One decision without the members that every command has: a union of the decisions, not one type with all
 * members.
 */
type Decision = DeskCommand extends infer One
  ? One extends DeskCommand
    ? Omit<One, 'id' | 'madeAt'>
    : never
  : never;

export type CommandState =
  | { readonly state: 'idle' | 'sending' | 'done' }
  | { readonly state: 'refused'; readonly problem: Problem }
  /**
   * Not sent, or the answer was lost: pressing again repeats the same command, which cannot take effect
   * twice.
   */
  | { readonly state: 'failed'; readonly failure: unknown };

export type SendDecision = (decision: Decision) => Promise<boolean>;

/**
 * Sends a decision of the desk. The same decision pressed again after a failure is sent with the same command
 * id.
 */
export function useCommand(
  onDone: (name: DeskCommand['name']) => void,
): readonly [CommandState, SendDecision] {
  const { now } = useStaff();
  const [state, setState] = useState<CommandState>({ state: 'idle' });
  const [last, setLast] = useState<{ text: string; id: CommandId; madeAt: string }>();
  const send: SendDecision = async (decision) => {
    const text = JSON.stringify(decision);
    const made = last?.text === text ? last : newCommand(text, now());
    setLast(made);
    setState({ state: 'sending' });
    try {
      const command = { ...decision, id: made.id, madeAt: made.madeAt } as DeskCommand;
      const result = await sendCommand(command);
      if (result.outcome === 'retry') throw new Error('The server asks for the command again');
      setLast(undefined);
      if (result.outcome === 'refused') {
        setState({ state: 'refused', problem: result.problem.code });
        return false;
      }
      setState({ state: 'done' });
      onDone(decision.name);
      return true;
    } catch (failure) {
      setState({ state: 'failed', failure });
      return false;
    }
  };
  return [state, send];
}

function newCommand(text: string, nowMs: number) {
  return { text, id: uuidv7() as CommandId, madeAt: new Date(nowMs).toISOString() };
}
