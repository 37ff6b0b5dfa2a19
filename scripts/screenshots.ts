// `npm run screenshots [-- scene or look …]`: photographs every page of a freshly seeded demo in
// light, dark and large text into .cache/screens, with a contact sheet of each, and the README's
// into docs/screens.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { LocalCloud } from '../src/localcloud';
import { h5Step } from './build/app';
import { functionsStep } from './build/functions';
import { buildIfStale } from './build/step';
import { startDemoCloud } from './cloud/demo-cloud';
import { inProject } from './paths';
import { launchChromium, openPhone } from './phone/phone';
import { drawContactSheet } from './screenshots/contact-sheet';
import { accountOf } from '../src/wxcloud/identity';
import { type DemoFacts, OPERATOR, readFacts } from './screenshots/demo-facts';
import type { Scene } from './screenshots/scene';
import { scenes } from './screenshots/scenes';
import { waitUntilStill } from './phone/wait-until-still';

/** The demo is photographed at noon of a Saturday. */
const NOON = '2026-11-21T04:00:00.000Z';

interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly text: 'normal' | 'large';
}
const looks: readonly Look[] = [
  { name: 'light', theme: 'light', text: 'normal' },
  { name: 'dark', theme: 'dark', text: 'normal' },
  { name: 'large', theme: 'light', text: 'large' },
];

/** Pictures of the README, by look and scene. */
const forReadme = [
  'light/circle',
  'light/pay',
  'light/result',
  'light/wallet',
  'dark/circle',
  'large/wallet',
];

const screensDir = inProject('.cache', 'screens');

/** Those that are named; all where none is. */
function chosenOf<T extends { readonly name: string }>(
  all: readonly T[],
  wanted: readonly string[],
): readonly T[] {
  const named = all.filter(({ name }) => wanted.includes(name));
  return named.length === 0 ? all : named;
}

async function main(wanted: readonly string[]): Promise<void> {
  for (const step of [functionsStep, h5Step]) await buildIfStale(step, console.log);
  const dataDir = join(screensDir, 'data');
  rmSync(screensDir, { recursive: true, force: true });
  const browser = await launchChromium();
  const chosen = chosenOf(scenes, wanted);
  const inLooks = chosenOf(looks, wanted);
  try {
    for (const policy of POLICIES) {
      const under = chosen.filter((scene) => (scene.policy ?? 'demo') === policy);
      if (under.length > 0) await photographUnder({ policy, browser, dataDir, under, inLooks });
    }
    for (const look of inLooks) await drawSheet(browser, { look, chosen });
    if (wanted.length === 0) publish();
  } finally {
    await browser.close();
  }
}

const POLICIES = ['demo', 'demo-with-advance'] as const;

/** Scenes of one policy, all on the same data. */
async function photographUnder(options: {
  policy: (typeof POLICIES)[number];
  browser: Browser;
  dataDir: string;
  under: readonly Scene[];
  inLooks: readonly Look[];
}): Promise<void> {
  const { policy, browser, dataDir, under, inLooks } = options;
  const cloud = await startDemoCloud({
    ...{ port: 0, dataDir, policy, clock: NOON },
    operators: accountOf(OPERATOR),
  });
  try {
    // A policy shows in what its timers do.
    await cloud.advanceClock(5);
    await cloud.invokeTimer('dividends');
    const facts = await readFacts(cloud);
    for (const look of inLooks) await photograph({ browser, cloud, facts, look, chosen: under });
  } finally {
    await cloud.close();
  }
}

async function photograph(options: {
  browser: Browser;
  cloud: LocalCloud;
  facts: DemoFacts;
  look: Look;
  chosen: readonly Scene[];
}): Promise<void> {
  const { browser, cloud, facts, look, chosen } = options;
  mkdirSync(join(screensDir, look.name), { recursive: true });
  for (const scene of chosen) {
    const place = scene.place === undefined ? facts.place : scene.place;
    const phone = await openPhone(browser, {
      cloudUrl: cloud.url,
      as: scene.as ?? facts.regular,
      ...(place !== null && { place }),
      ...look,
      now: new Date(NOON),
    });
    cloud.setFaults({ seed: 1, rules: scene.faults ?? [] });
    await scene.arrange(phone, facts);
    await waitUntilStill(phone.page);
    await phone.page.screenshot({ path: fileOf(look.name, scene.name) });
    cloud.setFaults({ seed: 1, rules: [] });
    await scene.leave?.(phone);
    for (const complaint of phone.complaints) console.error(`${scene.name}: ${complaint}`);
    await phone.close();
  }
}

async function drawSheet(
  browser: Browser,
  { look, chosen }: { look: Look; chosen: readonly Scene[] },
): Promise<void> {
  const pictures = chosen.map(({ name }) => ({ name, file: fileOf(look.name, name) }));
  const to = join(screensDir, `${look.name}.png`);
  await drawContactSheet(browser, { pictures, to });
  console.log(to);
}

const fileOf = (look: string, scene: string): string => join(screensDir, look, `${scene}.png`);

function publish(): void {
  mkdirSync(inProject('docs', 'screens'), { recursive: true });
  for (const picture of forReadme) {
    const [look = '', scene = ''] = picture.split('/');
    copyFileSync(fileOf(look, scene), inProject('docs', 'screens', `${scene}-${look}.png`));
  }
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
