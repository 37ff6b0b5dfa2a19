// subscribeMessage.send: into the outbox, when the person has allowed it.
import { keywordFault } from '../messages/keywords';
import type { OpenApiAnswer } from './envelope';
import {
  done,
  objectOf,
  type OpenApiContext,
  type OpenApiFields,
  refused,
  textOf,
} from './interface';
import { hasPage, type MiniProgram } from './mini-program';

export function sendSubscribeMessage(
  fields: OpenApiFields,
  { miniProgram, outbox }: OpenApiContext,
): OpenApiAnswer {
  const [openid, templateId] = [textOf(fields, 'touser'), textOf(fields, 'template_id')];
  const page = textOf(fields, 'page');
  const data = objectOf(fields['data']);
  if (openid === '') return refused(40003, 'invalid openid');
  if (templateId === '' || !isKnown(templateId, miniProgram)) {
    return refused(40037, 'invalid template_id');
  }
  const fault = dataFault(data, miniProgram.templates?.[templateId]);
  if (fault !== undefined) return refused(47003, `argument invalid! ${fault}`);
  if (page !== '' && !hasPage(miniProgram, page)) return refused(41030, 'invalid page');
  if (!outbox.takeAllowance({ openid, templateId })) {
    return refused(43101, 'user refuse to accept the msg');
  }
  const values = Object.entries(data).map(([key, item]) => [key, objectOf(item)['value']]);
  const state = textOf(fields, 'miniprogram_state') || 'formal';
  const content = { templateId, page, state, data: Object.fromEntries(values) as unknown };
  outbox.put({ kind: 'subscribe', openid, content });
  return done();
}

function isKnown(templateId: string, { templates }: MiniProgram): boolean {
  return templates === undefined || Object.hasOwn(templates, templateId);
}

/** @param keywords those of the template; without them all that are sent are checked */
function dataFault(
  data: OpenApiFields,
  keywords: readonly string[] = Object.keys(data),
): string | undefined {
  if (keywords.length === 0) return 'data is empty';
  for (const keyword of keywords) {
    const fault = keywordFault(keyword, objectOf(data[keyword])['value']);
    if (fault !== undefined) return `data.${keyword}.value ${fault}`;
  }
  return undefined;
}
