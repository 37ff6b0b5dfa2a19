import { messagesContract } from '../../src/contracts/messages';
import { allowMessages as allow } from '../../src/usecases/messages/allow-messages';
import { markSeen as seen } from '../../src/usecases/messages/mark-seen';
import { showAllowances } from '../../src/usecases/messages/show-allowances';
import { showInbox as inbox } from '../../src/usecases/messages/show-inbox';
import { serve } from '../../src/usecases/serving/serve';
import { templates } from '../templates';
import { world } from '../world';

const useCases = { inbox, seen, allow, allowances: showAllowances(templates) };
export const main = serve(messagesContract, { world, useCases });
