import { describe, expect, it } from 'vitest';
import {
  after,
  isUnsaved,
  START,
  type SyncEvent,
  type SyncFacts,
  statusOf,
  wouldLose,
} from '../../../../client/sync/status.ts';
import { CLOSE, type Hello } from '../../../../shared/sync/wire.ts';

const hello: Hello = { wire: 1, right: 'edit', seq: 4 };
const opened: SyncEvent[] = [{ type: 'opened' }, { type: 'hello', hello }];
const offered: SyncEvent[] = [...opened, { type: 'sent', whole: true }];
const typed: SyncEvent[] = [{ type: 'edited' }, { type: 'sent', whole: false }];
const acked = (frames: number): SyncEvent => ({ type: 'acked', frames });
const saved: SyncEvent[] = [...offered, acked(1)];

function factsAfter(events: readonly SyncEvent[], from: SyncFacts = START): SyncFacts {
  return events.reduce(after, from);
}
const kindAfter = (events: readonly SyncEvent[]) => statusOf(factsAfter(events)).kind;

describe('saved is said only when the server has every frame that carried words', () => {
  it('[STAT1] not while the first offer of this page’s words is unanswered', () => {
    expect(kindAfter([])).toBe('connecting');
    expect(kindAfter(opened)).toBe('connecting');
    expect(kindAfter(offered)).toBe('saving');
    expect(kindAfter(saved)).toBe('saved');
  });

  it('[STAT1] not while one frame of several is unanswered', () => {
    const busy = [...saved, ...typed, ...typed];
    expect(kindAfter(busy)).toBe('saving');
    expect(kindAfter([...busy, acked(2)])).toBe('saving');
    expect(kindAfter([...busy, acked(3)])).toBe('saved');
  });

  it('[STAT1] not for an edit that went into no frame', () => {
    expect(kindAfter([...saved, { type: 'edited' }])).toBe('saving');
    expect(kindAfter([...saved, { type: 'edited' }, acked(1)])).toBe('saving');
  });

  it('[STAT1] not by the acks of an earlier connection', () => {
    const back: SyncEvent[] = [...saved, ...typed, { type: 'lost' }, ...opened];
    expect(kindAfter([...back, acked(2)])).toBe('connecting');
    expect(kindAfter([...back, { type: 'sent', whole: true }])).toBe('saving');
    expect(kindAfter([...back, { type: 'sent', whole: true }, acked(1)])).toBe('saved');
  });

  it('[STAT1] late and repeated acks change nothing', () => {
    expect(kindAfter([...saved, ...typed, acked(2), acked(1)])).toBe('saved');
    expect(kindAfter([...saved, ...typed, acked(1), acked(1)])).toBe('saving');
  });

  it('[STAT1] whatever happens in whatever order, saved never stands beside unsaved words', () => {
    const events: SyncEvent[] = [
      { type: 'opened' },
      { type: 'hello', hello },
      { type: 'sent', whole: true },
      { type: 'sent', whole: false },
      { type: 'edited' },
      acked(1),
      acked(2),
      { type: 'refused', refused: { frame: 1, code: 'too_many' } },
      { type: 'lost' },
    ];
    let said = 0;
    // Every seventh sequence of six of these nine events.
    for (let code = 0; code < 9 ** 6; code += 7) {
      let facts = START;
      for (let rest = code, i = 0; i < 6; i++, rest = Math.floor(rest / 9))
        facts = after(facts, events[rest % 9] as SyncEvent);
      if (statusOf(facts).kind !== 'saved') continue;
      said++;
      expect(isUnsaved(facts), `sequence ${code}`).toBe(false);
      expect(facts.acked, `sequence ${code}`).toBeGreaterThanOrEqual(facts.sent);
    }
    expect(said).toBeGreaterThan(10);
  });
});

describe('offline', () => {
  it('[STAT2] offline says whether the words are kept on this device', () => {
    const offline = (device: 'kept' | 'not_kept') =>
      statusOf(factsAfter([{ type: 'device', device }, ...saved, { type: 'lost' }, { type: 'edited' }]));
    expect(offline('kept')).toEqual({ kind: 'offline', device: 'kept', unsaved: true });
    expect(offline('not_kept')).toEqual({ kind: 'offline', device: 'not_kept', unsaved: true });
  });

  it('[STAT2] a connection that never came about is offline, not connecting for ever', () => {
    expect(kindAfter([{ type: 'lost' }])).toBe('offline');
  });

  it('[STAT3] the browser asks before the tab closes only when words would go with it', () => {
    const facts = (...events: SyncEvent[]) => factsAfter([...saved, ...events]);
    expect(wouldLose(facts({ type: 'device', device: 'kept' }, ...typed))).toBe(false);
    expect(wouldLose(facts({ type: 'device', device: 'not_kept' }, ...typed))).toBe(true);
    expect(wouldLose(facts({ type: 'device', device: 'not_kept' }, ...typed, acked(2)))).toBe(false);
    expect(wouldLose(facts({ type: 'device', device: 'not_kept' }))).toBe(false);
  });
});

describe('refused, read only, ended', () => {
  it('[STAT4] a refusal is said, and ends only when a later offer of everything is on disk', () => {
    const refused: SyncEvent[] = [
      ...saved,
      ...typed,
      { type: 'refused', refused: { frame: 2, code: 'too_large' } },
      acked(2),
    ];
    expect(statusOf(factsAfter(refused))).toEqual({ kind: 'refused', code: 'too_large', device: 'opening' });
    expect(kindAfter([...refused, ...typed, acked(3)])).toBe('refused');
    const offeredAgain: SyncEvent[] = [...refused, { type: 'sent', whole: true }, acked(3)];
    expect(kindAfter(offeredAgain)).toBe('saved');
  });

  it('[STAT4] a gap is a detour: saving, until the words that were missing are on disk', () => {
    const gap: SyncEvent[] = [
      ...saved,
      ...typed,
      { type: 'refused', refused: { frame: 2, code: 'unknown_reference' } },
      acked(2),
    ];
    expect(kindAfter(gap)).toBe('saving');
    expect(kindAfter([...gap, { type: 'sent', whole: true }, acked(3)])).toBe('saved');
  });

  it('[STAT5] read only gives its reason, and tells of words that stayed behind', () => {
    const told = (more: Partial<Hello>, before: readonly SyncEvent[] = saved) =>
      statusOf(factsAfter([...before, { type: 'hello', hello: { ...hello, ...more } }]));
    expect(told({ right: 'comment', readOnly: 'right' })).toEqual({
      kind: 'read_only',
      why: 'right',
      right: 'comment',
      unsaved: false,
    });
    const archived = told({ readOnly: 'archived' }, [...saved, ...typed]);
    expect(archived).toMatchObject({ why: 'archived', unsaved: true });
    expect(told({})).toEqual({ kind: 'saved' });
  });

  it('[STAT5] a final close says why, keeps count of unsent words, and stays final', () => {
    const ended = (code: number) =>
      statusOf(
        factsAfter([...saved, ...typed, { type: 'lost' }, { type: 'closed', code }, { type: 'lost' }]),
      );
    expect(ended(CLOSE.notSignedIn)).toMatchObject({ kind: 'ended', why: 'signed_out', unsaved: true });
    expect(ended(CLOSE.accessEnded)).toMatchObject({ kind: 'ended', why: 'access_ended' });
    expect(ended(CLOSE.abusive)).toMatchObject({ kind: 'ended', why: 'turned_away' });
    expect(ended(CLOSE.malformed)).toMatchObject({ kind: 'ended', why: 'turned_away' });
  });
});
