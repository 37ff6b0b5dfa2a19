// The question of the H5 preview whether the app may send messages: what the WeChat client tells.
import type { Outbox } from '../messages/outbox';
import { BadRequest } from './body';

/** What WeChat asks about at once. */
const MOST_TEMPLATES = 3;

/** POST {"accepted": [templateId …]}: of each the person takes one message more. */
export function answerQuestion(
  outbox: Outbox,
  { openid, accepted }: { openid: string; accepted: unknown },
): object {
  if (openid === '') throw new BadRequest(400, 'the header x-openid is missing');
  if (!areTemplates(accepted)) {
    throw new BadRequest(400, `accepted are at most ${MOST_TEMPLATES} ids of templates`);
  }
  for (const templateId of accepted) outbox.allowOneMore({ openid, templateId });
  return {};
}

function areTemplates(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_TEMPLATES &&
    value.every((each) => typeof each === 'string' && each !== '')
  );
}
