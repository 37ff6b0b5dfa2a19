import { runMessages } from '../../src/usecases/messages/run-messages';
import { serveTimer } from '../../src/usecases/serving/serve';
import { templates } from '../templates';
import { world } from '../world';

const run = runMessages(templates);
export const main = serveTimer('messages-sender', { world, run });
