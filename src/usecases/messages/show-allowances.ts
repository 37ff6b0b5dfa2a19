// Which messages the app may ask for, and how many of each are allowed: one request.
import type { messagesContract } from '../../contracts/messages';
import { leftOf, TEMPLATE_NAMES } from '../../domain/messages/subscription';
import { succeed } from '../../domain/result';
import type { UseCase } from '../serving/serve';
import type { Templates } from './read-templates';

export const showAllowances =
  (templates: Templates): UseCase<typeof messagesContract, 'allowances'> =>
  async ({ cloud, account }) => {
    const subscription = await cloud.get('subscriptions', account);
    return succeed({
      templates: TEMPLATE_NAMES.flatMap((name) => {
        const template = templates[name];
        const left = subscription === undefined ? 0 : leftOf(subscription, name);
        return template === undefined ? [] : [{ name, templateId: template.id, left }];
      }),
    });
  };
