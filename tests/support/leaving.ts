// What somebody is shown who is about to close the account.
import { type CloudClient, valueOf } from './cloud-client';

/** What the page of closing an account shows somebody, and so gives up. */
export async function shownTo(
  cloud: CloudClient,
  openid: string,
): Promise<{ balanceFen: number; offers: number; points: number }> {
  const wallet = valueOf(await cloud.callAs(openid)('wallet', 'summary', {}));
  const offers = wallet.lots.filter(({ benefit }) => benefit !== undefined).length;
  const later = wallet.maturing.reduce((sum, { points }) => sum + points, 0);
  return { balanceFen: wallet.balanceFen, offers, points: wallet.points + later };
}
