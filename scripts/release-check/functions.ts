// Environment, variables, timers and the business numbers of the cloud functions.
import { centipoints } from '../../src/domain/money/amounts';
import { absent, reasons, type ReleaseItem } from './item';
import type { ReleaseFacts } from './facts';

/** Ordinary refunds come within this many days (REQUIREMENTS: they cancel points that wait). */
const MATURITY_DAYS = 7;
/** Two clocks and the life of a transaction. */
const FOLD_LAG_SECONDS = 120;

export function checkFunctions(facts: ReleaseFacts): readonly ReleaseItem[] {
  return [environmentItem(facts), variablesItem(facts), timersItem(facts), policyItem(facts)];
}

function environmentItem({ settings, app }: ReleaseFacts): ReleaseItem {
  const { cloudEnvironment } = settings;
  return {
    name: 'cloud environment',
    wechatName: '云开发环境 ID',
    found: cloudEnvironment,
    missing: reasons(
      [cloudEnvironment === '', 'no environment is named'],
      [
        cloudEnvironment !== '' && app?.scripts.includes(cloudEnvironment) !== true,
        `dist/weapp was not built with CLOUD_ENV=${cloudEnvironment}`,
      ],
    ),
    where: 'release.json, cloudEnvironment; CLOUD_ENV when the app is built',
  };
}

function variablesItem({ settings }: ReleaseFacts): ReleaseItem {
  const policy = settings.functionVariables['ZHONGDIAN_POLICY'] ?? 'production';
  return {
    name: 'variables of the functions',
    wechatName: '云函数环境变量',
    found: `policy ${policy}`,
    missing: reasons([policy !== 'production', `ZHONGDIAN_POLICY is ${policy}`]),
    where: 'release.json, functionVariables',
  };
}

function timersItem({ functions, builtFunctions, settings }: ReleaseFacts): ReleaseItem {
  const timed = Object.entries(functions).flatMap(([name, { timer }]) =>
    timer === undefined ? [] : [{ name, timer }],
  );
  const unbuilt = absent(
    Object.keys(functions),
    builtFunctions.map(({ name }) => name),
  );
  const wrong = timed.filter(({ name, timer }) => {
    const built = builtFunctions.find((each) => each.name === name);
    return built !== undefined && (built.timers.length !== 1 || built.timers[0] !== timer);
  });
  const waiting = absent(
    timed.map(({ name }) => name),
    settings.uploadedTimers,
  );
  return {
    name: 'timers',
    wechatName: '定时触发器',
    found: timed.map(({ name }) => name).join(', '),
    missing: [
      ...unbuilt.map((name) => `dist/cloudfunctions/${name} is not built`),
      ...wrong.map(({ name }) => `dist/cloudfunctions/${name} has another timer`),
      ...waiting.map((name) => `${name} is not confirmed`),
    ],
    where: 'release.json, uploadedTimers',
  };
}

function policyItem({ policy, settings }: ReleaseFacts): ReleaseItem {
  const { expectedPointsMonth } = settings;
  const month = centipoints(Math.round(expectedPointsMonth * 100));
  return {
    name: 'business numbers',
    wechatName: '—',
    found: `policy ${policy.version}, first threshold ${policy.firstThreshold / 100} points`,
    missing: reasons(
      [policy.version.includes('demo'), `version ${policy.version} is the demo’s`],
      [expectedPointsMonth <= 0, 'nobody said how many points a month is expected to bring'],
      [policy.firstThreshold < month, 'the first threshold is less than a month’s points'],
      [policy.maturityDays < MATURITY_DAYS, `points take effect after ${policy.maturityDays} days`],
      [policy.foldLagSeconds < FOLD_LAG_SECONDS, 'folds read too close to the present'],
      [policy.releasesStopped, 'the kill switch is on: no period is declared'],
    ),
    where: 'src/policy/policies.ts; release.json, expectedPointsMonth',
  };
}
