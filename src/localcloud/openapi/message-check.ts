// security.msgSecCheck, versions 1 and 2: a text is risky when it holds one of the listed words.
import { randomUUID } from 'node:crypto';
import type { OpenApiAnswer } from './envelope';
import { done, type OpenApiContext, type OpenApiFields, refused, textOf } from './interface';

/** The text with which WeChat's documents try version 1. */
const testText = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级';
const maxContent = 2500;
const [normalLabel, otherLabel] = [100, 21_000];

export function msgSecCheck(fields: OpenApiFields, { miniProgram }: OpenApiContext): OpenApiAnswer {
  const content = textOf(fields, 'content');
  if (content === '') return refused(44004, 'empty content');
  if (content.length > maxContent) return refused(45002, 'content size out of limit');
  const checked = ['content', 'nickname', 'title', 'signature'].map((name) => textOf(fields, name));
  const words = [testText, ...(miniProgram.riskyWords ?? [])];
  const keyword = words.find((word) => checked.some((text) => text.includes(word)));
  if (Number(fields['version']) !== 2) {
    return keyword === undefined ? done() : refused(87014, 'risky content');
  }
  if (textOf(fields, 'openid') === '') return refused(40003, 'invalid openid');
  if (![1, 2, 3, 4].includes(Number(fields['scene']))) return refused(40129, 'invalid scene');
  return done({ trace_id: randomUUID(), ...verdict(keyword) });
}

function verdict(keyword: string | undefined): Readonly<Record<string, unknown>> {
  const result =
    keyword === undefined
      ? { suggest: 'pass', label: normalLabel }
      : { suggest: 'risky', label: otherLabel };
  const found = keyword === undefined ? {} : { ...result, keyword };
  return {
    result,
    detail: [
      { strategy: 'content_model', errcode: 0, ...result, prob: 90 },
      { strategy: 'keyword', errcode: 0, ...found },
    ],
  };
}
