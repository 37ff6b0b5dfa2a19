// Who one can be in the preview. Calls wait for it, so that none goes out as nobody.
import { previewWishes } from '../../session/preview-wishes';
import { recall } from '../../session/remembered';
import { currentSession } from '../../session/session';
import type { DemoPeople } from '../types';

/** A cloud without demo data knows nobody; this visitor may still look around. */
const VISITOR = { openid: 'visitor', name: '访客', note: '还没有任何记录' };
let known: Promise<DemoPeople> | undefined;

/** People and places of the demo; settles who I am. */
export function demoPeople(): Promise<DemoPeople> {
  known ??= load().then((people) => {
    const openid = previewWishes().openid ?? recall('previewOpenid') ?? people.people[0]?.openid;
    currentSession().setOpenid(openid ?? VISITOR.openid);
    return people;
  });
  return known;
}

/** The openid that calls carry. */
export async function previewOpenid(): Promise<string> {
  await demoPeople();
  return currentSession().openid;
}

async function load(): Promise<DemoPeople> {
  const response = await fetch('/demo/people.json');
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (!response.ok || !isJson) return { people: [VISITOR], places: [] };
  return (await response.json()) as DemoPeople;
}
