// Sends what is due from the outbox. Each reminder is claimed in a transaction before WeChat is
// asked, so that two runs never send the same; a run that dies leaves it to a later one.
import type { Reminder } from '../../domain/messages/reminder';
import type { World } from '../serving/context';
import { claimReminders, type Claim } from './claim-reminders';
import type { Templates } from './read-templates';
import { recordAnswers, type Answered } from './record-answers';
import { readWords } from './read-words';

/** Claimed in one transaction and sent together. */
const AT_ONCE = 20;

/** @param until no batch begins after it (ms), since the next run goes on */
export async function sendReminders(
  world: World,
  { templates, until }: { templates: Templates; until: number },
): Promise<Reminder[]> {
  const done: Reminder[] = [];
  for (let isLast = false; !isLast && world.now() < until;) {
    const due = await dueReminders(world);
    isLast = due.length < AT_ONCE;
    if (due.length > 0) done.push(...(await sendBatch(world, { due, templates })));
  }
  return done;
}

function dueReminders({ cloud, now }: World): Promise<Reminder[]> {
  return cloud.find('reminders', {
    where: { state: 'waiting', nextAt: cloud.command.lte(now()) },
    orderBy: [['nextAt', 'asc']],
    limit: AT_ONCE,
  });
}

async function sendBatch(
  world: World,
  { due, templates }: { due: readonly Reminder[]; templates: Templates },
): Promise<Reminder[]> {
  const words = await readWords(world, due);
  const { claims, ended } = await claimReminders(world, { due, templates, words });
  const answered = await Promise.all(claims.map((claim) => send(world, claim)));
  return [...ended, ...(await recordAnswers(world, answered))];
}

async function send({ cloud }: World, claim: Claim): Promise<Answered> {
  const answer = await cloud.sendMessage(claim.message);
  if (!answer.ok) console.warn(claim.reminder.id, answer.error.reason);
  return { ...claim, answer };
}
