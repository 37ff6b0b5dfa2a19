// Claims reminders for this run: from the ledger one message is taken for each before WeChat is
// asked, and the reminder is out of other runs' reach for some minutes.
import { claimed, isStale, templateOf, type Reminder } from '../../domain/messages/reminder';
import { leftOf, withOneTaken, type Subscription } from '../../domain/messages/subscription';
import type { Transaction } from '../../wxcloud/database';
import type { SubscribeMessage } from '../../wxcloud/messages';
import { abort, commit, type Decision } from '../../wxcloud/transact';
import { orBusy } from '../serving/busy';
import type { World } from '../serving/context';
import type { Template, Templates } from './read-templates';
import type { Words } from './read-words';

export interface Claim {
  readonly reminder: Reminder;
  readonly message: SubscribeMessage;
  /** When it was claimed (ms), before WeChat is asked. */
  readonly askedAt: number;
}

interface Claimed {
  readonly claims: readonly Claim[];
  /** Those that are not sent at all. */
  readonly ended: readonly Reminder[];
}

interface Claiming {
  readonly due: readonly Reminder[];
  readonly templates: Templates;
  readonly words: Words;
}

export async function claimReminders(world: World, claiming: Claiming): Promise<Claimed> {
  return orBusy(
    await world.cloud.transact((transaction, at) => claimNow(transaction, { world, claiming, at })),
  );
}

async function claimNow(
  transaction: Transaction,
  { world, claiming, at }: { world: World; claiming: Claiming; at: number },
): Promise<Decision<Claimed>> {
  const { stored, subscriptions } = await readAgain(transaction, { world, due: claiming.due });
  const claims: Claim[] = [];
  const ended: Reminder[] = [];
  for (const reminder of stored) {
    if (reminder.state !== 'waiting' || reminder.nextAt > at) continue;
    const subscription = subscriptions.get(reminder.account);
    const done = claimOne(reminder, { subscription, claiming, at });
    if ('ended' in done) {
      ended.push(done.ended);
    } else {
      claims.push(done.claim);
      subscriptions.set(reminder.account, done.subscription);
    }
  }
  if (claims.length + ended.length === 0) return abort({ claims, ended });
  await writeBack(transaction, { reminders: [...ended, ...claims.map(toReminder)], subscriptions });
  return commit({ claims, ended });
}

const toReminder = ({ reminder }: Claim): Reminder => reminder;

/** A reminder that was sent before without an answer has taken its message already. */
function claimOne(
  reminder: Reminder,
  {
    subscription,
    claiming: { templates, words },
    at,
  }: { subscription: Subscription | undefined; claiming: Claiming; at: number },
): { ended: Reminder } | { claim: Claim; subscription: Subscription } {
  const name = templateOf(reminder);
  const [template, told] = [templates[name], words.get(reminder.id)];
  if (subscription === undefined || template === undefined) {
    return { ended: { ...reminder, state: 'dropped', failure: 'nobody to tell' } };
  }
  if (told === undefined || isStale(reminder, at)) {
    return { ended: { ...reminder, state: 'dropped', failure: 'no news any more' } };
  }
  const isFirst = reminder.attempts === 0;
  if (isFirst && leftOf(subscription, name) === 0) {
    return { ended: { ...reminder, state: 'refused', failure: 'none allowed' } };
  }
  const { openid } = subscription;
  const { page } = told;
  const message = { openid, templateId: template.id, page, data: dataOf(template, told) };
  return {
    claim: { reminder: claimed(reminder, at), message, askedAt: at },
    subscription: isFirst ? withOneTaken(subscription, name) : subscription,
  };
}

function dataOf(
  { keywords }: Template,
  words: Readonly<Record<keyof Template['keywords'], string>>,
): Record<string, string> {
  const fields = ['name', 'amount', 'date', 'note'] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const keyword = keywords[field];
      return keyword === undefined ? [] : [[keyword, words[field]]];
    }),
  );
}

interface StoredAgain {
  readonly stored: readonly Reminder[];
  /** By account. */
  readonly subscriptions: Map<string, Subscription>;
}

/** Two requests: the reminders and their people's ledgers, as this transaction sees them. */
export async function readAgain(
  transaction: Transaction,
  { world: { cloud }, due }: { world: World; due: readonly Reminder[] },
): Promise<StoredAgain> {
  const inIds = (ids: readonly string[]) => ({
    where: { _id: cloud.command.in(ids) },
    limit: ids.length,
  });
  const accounts = [...new Set(due.map(({ account }) => account))];
  const stored = await transaction.find('reminders', inIds(due.map(({ id }) => id)));
  const found = await transaction.find('subscriptions', inIds(accounts));
  return { stored, subscriptions: new Map(found.map((each) => [each.id, each])) };
}

/** Writes reminders, and the ledgers of their people. */
export async function writeBack(
  transaction: Transaction,
  {
    reminders,
    subscriptions,
  }: { reminders: readonly Reminder[]; subscriptions: ReadonlyMap<string, Subscription> },
): Promise<void> {
  for (const reminder of reminders) await transaction.set('reminders', reminder);
  for (const account of new Set(reminders.map((each) => each.account))) {
    const subscription = subscriptions.get(account);
    if (subscription !== undefined) await transaction.set('subscriptions', subscription);
  }
}
