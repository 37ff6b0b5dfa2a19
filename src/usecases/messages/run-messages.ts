// Finds what people who have allowed it are to be told, and tells it.
import type { Reminder } from '../../domain/messages/reminder';
import { SECOND } from '../../domain/time';
import type { World } from '../serving/context';
import { planLooks } from './plan-looks';
import { planRefunds } from './plan-refunds';
import type { Templates } from './read-templates';
import { sendReminders } from './send-reminders';

const PLANNING_TIME = 20 * SECOND;
/** A run begins no new batch after this long, since the next run goes on. */
const RUN_TIME = 40 * SECOND;

export interface MessagesRun {
  /** Put into the outbox. */
  readonly planned: number;
  readonly sent: number;
  /** Sent again later. */
  readonly waiting: number;
  /** By the person, or by WeChat for good. */
  readonly refused: number;
  /** Not true any more. */
  readonly dropped: number;
}

/** Timer. Runs that overlap plan and send each thing once; without templates it does nothing. */
export const runMessages =
  (templates: Templates) =>
  async (world: World): Promise<MessagesRun> => {
    const hasTemplates = Object.keys(templates).length > 0;
    const start = world.now();
    const planned = hasTemplates ? await plan(world, start + PLANNING_TIME) : 0;
    const done = hasTemplates
      ? await sendReminders(world, { templates, until: start + RUN_TIME })
      : [];
    const count = (state: Reminder['state']): number =>
      done.filter((reminder) => reminder.state === state).length;
    return {
      planned,
      sent: count('sent'),
      waiting: count('waiting'),
      refused: count('refused'),
      dropped: count('dropped'),
    };
  };

async function plan(world: World, until: number): Promise<number> {
  return (await planRefunds(world, until)) + (await planLooks(world, until));
}
