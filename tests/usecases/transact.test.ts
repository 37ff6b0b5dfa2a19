// A transaction runs until it has committed, or says why it has not. The cloud's answers are
// scripted here, since a real one gives them only by chance.
import type { SdkDatabase, SdkTransaction } from '../../src/wxcloud/sdk';
import { abort, commit, transact, type TransactRules } from '../../src/wxcloud/transact';

/** As the SDK shows a conflict at an operation, at commit, a lost reply and a duplicate. */
const conflictAtOperation = {
  errCode: -501001,
  errMsg: '[ResourceUnavailable.TransactionConflict] Transaction is conflict',
};
const conflictAtCommit = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message: 'Transaction is conflict',
};
const expired = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message: '[ResourceUnavailable.TransactionNotExist]',
};
const lostReply = { errCode: -501002, errMsg: 'SERVER_TIMEOUT' };
/** The SDK's own patience has ended; the connection stood, so the commit may be done. */
const noReply = { code: 'ESOCKETTIMEDOUT', message: 'ESOCKETTIMEDOUT' };
const duplicate = { errCode: -502001, errMsg: 'E11000 duplicate key error collection: orders' };

interface Script {
  /** What each attempt's operation, then its commit, rejects with; undefined succeeds. */
  readonly operations?: readonly unknown[];
  readonly commits?: readonly unknown[];
}

function scripted({ operations = [], commits = [] }: Script) {
  const done = { starts: 0, commits: 0, rollbacks: 0 };
  const failWith = (fault: unknown): Promise<void> => {
    if (fault === undefined) return Promise.resolve();
    return Promise.reject(fault instanceof Error ? fault : Object.assign(new Error(), fault));
  };
  const database = {
    startTransaction: () => {
      const attempt = done.starts;
      done.starts += 1;
      return Promise.resolve({
        collection: () => ({ doc: () => ({ set: () => failWith(operations[attempt]) }) }),
        commit: () => {
          done.commits += 1;
          return failWith(commits[attempt]);
        },
        rollback: () => {
          done.rollbacks += 1;
          return Promise.resolve();
        },
      } as unknown as SdkTransaction);
    },
  } as unknown as SdkDatabase;
  return { database, done };
}

const site = {
  id: 'x',
  name: '',
  city: '',
  position: { longitude: 0, latitude: 0 },
  places: [],
};

function rulesAt(times: readonly number[] = [0]): { rules: TransactRules; pauses: number[] } {
  const clock = [...times];
  const pauses: number[] = [];
  return {
    pauses,
    rules: {
      now: () => (clock.length > 1 ? (clock.shift() ?? 0) : (clock[0] ?? 0)),
      random: () => 0.5,
      pause: (milliseconds) => {
        pauses.push(milliseconds);
        return Promise.resolve();
      },
      commitWithinSeconds: 2,
    },
  };
}

const write = (script: Script, { rules } = rulesAt()) => {
  const { database, done } = scripted(script);
  const result = transact({ database, rules }, async (transaction, at) => {
    await transaction.set('sites', site);
    return commit(at);
  });
  return { result, done };
};

test.each([
  ['a conflict at an operation', { operations: [conflictAtOperation] }],
  ['a conflict at commit', { commits: [conflictAtCommit] }],
  ['a transaction that has expired', { commits: [expired] }],
  ['a commit whose reply was lost', { commits: [lostReply] }],
  ['a commit that was not answered in time', { commits: [noReply] }],
])('%s is tried again', async (_, script) => {
  const { result, done } = write(script);
  expect(await result).toEqual({ ok: true, value: 0 });
  expect(done.starts).toBe(2);
});

test('each attempt takes its clock anew', async () => {
  const { result } = write({ operations: [conflictAtOperation] }, rulesAt([1000, 5000, 5100]));
  expect(await result).toEqual({ ok: true, value: 5000 });
});

test('pauses grow and end', async () => {
  const clock = rulesAt();
  const { result, done } = write({ operations: Array(50).fill(conflictAtOperation) }, clock);
  expect(await result).toEqual({ ok: false, error: { code: 'busy' } });
  expect(done).toEqual({ starts: 10, commits: 0, rollbacks: 0 });
  expect(clock.pauses).toEqual([...clock.pauses].sort((a, b) => a - b));
  expect(clock.pauses.at(-1)).toBeLessThanOrEqual(400);
});

test('a duplicate is told to the caller, and nothing is committed', async () => {
  const { result, done } = write({ operations: [duplicate] });
  expect(await result).toEqual({ ok: false, error: { code: 'duplicate' } });
  expect(done).toEqual({ starts: 1, commits: 0, rollbacks: 1 });
});

test('an attempt that has become too old for the folds is not committed', async () => {
  const { result, done } = write({}, rulesAt([0, 2001, 3000, 3100]));
  expect(await result).toEqual({ ok: true, value: 3000 });
  expect(done).toEqual({ starts: 2, commits: 1, rollbacks: 1 });
});

test('what is neither conflict nor lost reply is thrown', async () => {
  const broken = new Error('INVALID_PARAM');
  const { result, done } = write({ operations: [broken] });
  await expect(result).rejects.toBe(broken);
  expect(done.rollbacks).toBe(1);
});

test('work that decides against it leaves nothing', async () => {
  const { database, done } = scripted({});
  const { rules } = rulesAt();
  const result = await transact({ database, rules }, () => Promise.resolve(abort('no')));
  expect(result).toEqual({ ok: true, value: 'no' });
  expect(done).toEqual({ starts: 1, commits: 0, rollbacks: 1 });
});
