// The templates that WeChat has given the mini-program, as the surroundings name them. Without any,
// nothing is asked and nothing is sent.
import * as z from 'zod';
import type { DeepReadonly } from '../../contracts/contract';

const keyword = (types: string) => z.string().regex(new RegExp(`^(?:${types})\\d+$`));

/** A template's id, and which of its keywords takes which of our words. */
const template = z.strictObject({
  id: z.string().min(1),
  keywords: z.strictObject({
    name: keyword('thing').optional(),
    amount: keyword('amount').optional(),
    date: keyword('date|time').optional(),
    note: keyword('thing').optional(),
  }),
});
const templates = z.strictObject({
  arrived: template.optional(),
  expiring: template.optional(),
  refunded: template.optional(),
});
export type Template = DeepReadonly<z.output<typeof template>>;
export type Templates = DeepReadonly<z.output<typeof templates>>;

/**
 * @param text JSON such as `{"arrived":{"id":"…","keywords":{"name":"thing1","date":"date2"}}}`, or
 *   nothing
 * @throws when it is another form: a wrong setting stops the function
 */
export function readTemplates(text: string): Templates {
  const read = templates.safeParse(text === '' ? {} : JSON.parse(text));
  if (!read.success) throw new Error(`templates: ${z.prettifyError(read.error)}`);
  return read.data;
}
