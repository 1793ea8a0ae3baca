import type { Container, DocumentView, KnownRun } from './documentView.ts';
import { COST, type Effort } from './effort.ts';
import type { Lists, Run } from './lists.ts';
import type { DeletedRange, Id } from './updateStructs.ts';

/** Where a run that the update brings stands, and the type that it is, if it is one. */
type Whereabouts = (run: Run) => { readonly text: Container | null; readonly type: Container | null };

/**
 * What Yjs does once an update's items are in: it deletes, and tidies formatted text around what is gone.
 * Around each deleted run of a text it walks over the whole stretch without words, and a text that got or
 * lost a format it goes through from end to end, copying the attributes that hold at every run.
 */
export class Tidying {
  private readonly view: DocumentView;
  private readonly lists: Lists;
  private readonly effort: Effort;
  private readonly whereabouts: Whereabouts;
  private readonly deletedIn = new Map<Container, number>();
  private readonly formatted = new Set<Container>();
  /** Texts with a new format that stays. Yjs goes through them whole, and so never from gap to gap. */
  private readonly renewed = new Set<Container>();
  private readonly gone = new Set<Container>();

  constructor(view: DocumentView, lists: Lists, effort: Effort, whereabouts: Whereabouts) {
    this.view = view;
    this.lists = lists;
    this.effort = effort;
    this.whereabouts = whereabouts;
  }

  /** Notes that a list gets a format. */
  reformat(list: Container): void {
    this.formatted.add(list);
    this.renewed.add(list);
  }

  /** Pays for the deletes, and for tidying every text that they or a format touch. */
  foresee(deletes: Iterable<DeletedRange>): void {
    for (const range of deletes) {
      if (this.effort.over) return;
      this.lists.cutToDelete(range.client, range.clock);
      this.lists.cutToDelete(range.client, range.end);
      this.deleteKnown(range);
      this.deleteFresh(range);
    }
    for (const [list, deleted] of this.deletedIn)
      if (deleted >= FEW && !this.renewed.has(list)) this.payForGaps(list, deleted);
    for (const list of this.formatted) this.payForAttributes(list);
  }

  private deleteKnown({ client, clock, end }: DeletedRange): void {
    const known = Math.min(end, this.view.stateOf(client));
    if (clock >= known) return;
    let joins = false;
    for (const run of this.view.liveRuns(client, clock, known)) {
      const { container, sub } = this.view.placeOf(run);
      const content = this.view.contentOf(run);
      if (sub === null) this.note(container, content.is === 'format');
      if (content.is === 'type') this.lose(content.type);
      if (content.is === 'values') this.effort.spend(COST.value * run.length);
      joins = this.payForJoining(run.id, run.origin, joins);
      if (this.effort.over) return;
    }
  }

  private deleteFresh({ client, clock, end }: DeletedRange): void {
    let joins = false;
    for (const run of this.lists.freshRuns(client, clock, end)) {
      this.loseFresh(run);
      joins = this.payForJoining(run, run.origin, joins);
      if (this.effort.over) return;
    }
  }

  /** Deleted runs that follow each other become one, which closes up the structs after them once. */
  private payForJoining({ client, clock }: Id, origin: Id | null, joinsAlready: boolean): boolean {
    const joins = origin?.client === client && origin.clock === clock - 1;
    if (joins && !joinsAlready) this.effort.spend(COST.slot * this.lists.structsAfter(client, clock));
    return joins;
  }

  private loseFresh(run: Run): void {
    const { text, type } = this.whereabouts(run);
    const isFormat = run.content?.is === 'format';
    if (text) this.note(text, isFormat);
    if (text && isFormat) this.renewed.delete(text);
    if (type) this.lose(type);
  }

  private note(list: Container, isFormat: boolean): void {
    this.effort.spend(COST.step);
    this.deletedIn.set(list, (this.deletedIn.get(list) ?? 0) + 1);
    if (isFormat) this.formatted.add(list);
  }

  /** A type that is deleted takes along all that stands in it. */
  private lose(type: Container): void {
    if (this.gone.has(type)) return;
    this.gone.add(type);
    this.effort.spend(COST.type);
    if (this.lists.touches(type))
      for (const run of this.lists.runs(type)) {
        if (this.effort.over) return;
        if (run.known) this.loseKnown(run.known, type);
        else this.loseFresh(run);
      }
    else
      for (let run = this.view.headOf(type, null); run && !this.effort.over; run = run.right)
        this.loseKnown(run, type);
  }

  private loseKnown(run: KnownRun, type: Container): void {
    this.effort.spend(COST.step);
    if (run.deleted) return;
    const content = this.view.contentOf(run);
    this.note(type, content.is === 'format');
    if (content.is === 'type') this.lose(content.type);
  }

  /** At worst every deleted run stands in one stretch as long as the text. */
  private payForGaps(text: Container, deleted: number): void {
    if (!isText(text) || !this.view.hasFormats(text)) return;
    for (const _ of this.lists.runs(text)) {
      this.effort.spend(COST.gap * deleted);
      if (this.effort.over) return;
    }
  }

  private payForAttributes(list: Container): void {
    if (!isText(list)) return;
    const current = new Set<string>();
    for (const run of this.lists.runs(list)) {
      this.effort.spend(COST.step);
      if (this.effort.over) return;
      if (run.known?.deleted) continue;
      const content = run.known ? this.view.contentOf(run.known) : run.content;
      if (content?.is !== 'format') this.effort.spend(COST.attribute * current.size);
      else if (content.value === null) current.delete(content.key);
      else current.add(content.key);
    }
  }
}

function isText({ kind }: Container): boolean {
  return kind === 'text' || kind === 'xmlText';
}

/** So few deleted runs aren't worth a walk through their text. */
const FEW = 16;
