import { accountContract } from '../../src/contracts/account';
import { fileTicket } from '../../src/usecases/account/file-ticket';
import { setFan, showFan, visit } from '../../src/usecases/account/fan';
import { leave } from '../../src/usecases/account/leave';
import { listTickets } from '../../src/usecases/account/list-tickets';
import { serve } from '../../src/usecases/serving/serve';
import { world } from '../world';

export const main = serve(accountContract, {
  world,
  useCases: { fileTicket, listTickets, visit, fan: showFan, setFan, leave },
});
