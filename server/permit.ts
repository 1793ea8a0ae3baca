import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context as HonoContext, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { atLeast, type Right } from '../shared/access.ts';
import { documentsWords } from '../shared/messages/en/documents.ts';
import { refusalsWords as words } from '../shared/messages/en/refusals.ts';
import { takePartWords } from '../shared/messages/en/takePart.ts';
import type { OwnMember } from '../shared/partnerships/api.ts';
import type { Role } from '../shared/partnerships/roles.ts';
import { type Refusal, refuse } from '../shared/refusal.ts';
import { type AskingAccess, askingAccess } from './asking/access.ts';
import { type CommentAccess, commentAccess, type ThreadAccess, threadAccess } from './comments/access.ts';
import type { Context } from './context.ts';
import { type DecisionAccess, decisionAccess } from './decisions/access.ts';
import { type DocumentAccess, documentAccess } from './documents/access.ts';
import { notFound, refused } from './errors.ts';
import type { Limits } from './limits.ts';
import { memberOf } from './partnerships/store.ts';
import type { SignedIn } from './people/signIn.ts';
import { isUnsafe, senderOf } from './security.ts';
import { type LinkAccess, linkAccess } from './takePart/access.ts';

/** Who may use a route. It stands beside the route; a test fails on a route without one. */
export type Rule =
  | { readonly kind: 'anyone' }
  /** Anyone, whoever they are: nobody looks at who asks, so that one answer may be kept for all. */
  | { readonly kind: 'public' }
  /** Anyone, and only in example mode: otherwise there is no such route. */
  | { readonly kind: 'example' }
  /** The mail service that posts mails here, by the secret of TRIALOGUE_INBOUND_SECRET. Without one there is no such route. */
  | { readonly kind: 'mail_service' }
  | { readonly kind: 'signed_in' }
  /** One of those who look after the server's accounts, by TRIALOGUE_ADMINISTRATORS. For others there is no such route. */
  | { readonly kind: 'server_administrator' }
  /** A member of `:partnershipId`. */
  | { readonly kind: 'partnership_member' }
  /** A member of `:partnershipId` who has one of these roles there. */
  | { readonly kind: 'partnership_role'; readonly roles: readonly Role[] }
  /** Someone with at least this right in `:documentId`. */
  | { readonly kind: 'document'; readonly right: Exclude<Right, 'none'> }
  /** Someone who may say who does what with `:documentId`. */
  | { readonly kind: 'document_manage' }
  /** A member of its partnership who may read `:decisionId`. For others there is no such decision. */
  | { readonly kind: 'decision' }
  /** A member who may read what `:askingId` is about. For others there is no such asking. */
  | { readonly kind: 'asking' }
  /** Someone who may read what `:threadId` is about. For others there is no such thread. */
  | { readonly kind: 'thread' }
  /** Someone who may read what `:commentId` is about, and know of it. For others there is no such comment. */
  | { readonly kind: 'comment' }
  /** Whoever holds the personal link with `:linkToken`, whoever they are: it lets one person do one thing. */
  | { readonly kind: 'personal_link' };

/** What a rule finds on its way, for the handler to use. */
export type Found<R extends Rule> = R extends { kind: 'anyone' }
  ? { signedIn: SignedIn | undefined }
  : R extends { kind: 'example' | 'public' | 'mail_service' }
    ? Record<never, never>
    : R extends { kind: 'signed_in' | 'server_administrator' }
      ? { signedIn: SignedIn }
      : R extends { kind: 'partnership_member' | 'partnership_role' }
        ? { signedIn: SignedIn; member: OwnMember; partnershipId: string }
        : R extends { kind: 'decision' }
          ? { signedIn: SignedIn; decision: DecisionAccess }
          : R extends { kind: 'asking' }
            ? { signedIn: SignedIn; asking: AskingAccess }
            : R extends { kind: 'thread' }
              ? { signedIn: SignedIn; thread: ThreadAccess }
              : R extends { kind: 'comment' }
                ? { signedIn: SignedIn; comment: CommentAccess }
                : R extends { kind: 'personal_link' }
                  ? { link: LinkAccess }
                  : { signedIn: SignedIn; access: DocumentAccess };

export type Permitting<R extends Rule> = MiddlewareHandler<{ Variables: Found<R> }> & { readonly rule: R };
export type Permit = <const R extends Rule>(rule: R) => Permitting<R>;

/** Ids are far shorter; a longer one is not worth a look in the database. */
const LONGEST_ID = 64;

const TOKEN = /^[\w-]{43}$/;

/** Makes the middleware that holds a route to its rule, counts its changes, and hands on what it found. */
export function permits(context: Context, limits: Limits): Permit {
  return <const R extends Rule>(rule: R): Permitting<R> => {
    const handler = createMiddleware(async (c, next) => {
      const signedIn = await whoAsks(context, rule, c);
      // What is sent by a link is counted by its route, which shows again what was typed.
      const wait = rule.kind === 'personal_link' ? undefined : await waitFor(context, limits, c, signedIn);
      if (wait !== undefined) {
        c.header('Retry-After', String(wait));
        return refused(c, refuse('too_many', words.tooMany));
      }
      const found = await find(context, rule, signedIn, c);
      if ('refused' in found) return refused(c, found);
      for (const [name, value] of Object.entries(found)) c.set(name, value);
      return next();
    });
    return Object.assign(handler as MiddlewareHandler<{ Variables: Found<R> }>, { rule });
  };
}

async function whoAsks(context: Context, rule: Rule, c: HonoContext): Promise<SignedIn | undefined> {
  if (['example', 'public', 'personal_link', 'mail_service'].includes(rule.kind)) return undefined;
  const signedIn = await context.signIns.who(c.req.header('cookie'));
  if (signedIn?.renewedCookie) c.header('Set-Cookie', signedIn.renewedCookie);
  return signedIn;
}

async function waitFor(
  { config }: Context,
  limits: Limits,
  c: HonoContext,
  signedIn: SignedIn | undefined,
): Promise<number | undefined> {
  if (!isUnsafe(c.req.method)) return undefined;
  return signedIn ? limits.account(signedIn.accountId) : limits.address(senderOf(c, config));
}

async function find(
  context: Context,
  rule: Rule,
  signedIn: SignedIn | undefined,
  c: HonoContext,
): Promise<Refusal | object> {
  switch (rule.kind) {
    case 'anyone':
      return { signedIn };
    case 'public':
      return {};
    case 'example':
      return context.config.example ? {} : notFound();
    case 'mail_service': {
      const secret = context.config.inbound?.secret;
      if (secret === undefined) return notFound();
      return isBearer(c.req.header('authorization'), secret) ? {} : notSignedIn();
    }
    case 'signed_in':
      return signedIn ? { signedIn } : notSignedIn();
    case 'server_administrator':
      if (!signedIn) return notSignedIn();
      return isAdministrator(context, signedIn) ? { signedIn } : notFound();
    case 'partnership_member':
      return memberIn(context, signedIn, c);
    case 'partnership_role': {
      const found = await memberIn(context, signedIn, c);
      if ('refused' in found || rule.roles.some((role) => found.member.roles.includes(role))) return found;
      return refuse('not_allowed', words.notYourRole);
    }
    case 'document': {
      const found = await accessTo(context, signedIn, c);
      if ('refused' in found || atLeast(found.access.right, rule.right)) return found;
      return refuse('not_allowed', rule.right === 'edit' ? documentsWords.mayNotEdit : words.notAllowed);
    }
    case 'document_manage': {
      const found = await accessTo(context, signedIn, c);
      if ('refused' in found || found.access.mayManage) return found;
      return refuse('not_allowed', documentsWords.mayNotManage);
    }
    case 'decision': {
      if (!signedIn) return notSignedIn();
      const decision = await decisionAccess(context.db, signedIn.accountId, idIn(c, 'decisionId'));
      return decision ? { signedIn, decision } : notFound();
    }
    case 'asking': {
      if (!signedIn) return notSignedIn();
      const asking = await askingAccess(context.db, signedIn.accountId, idIn(c, 'askingId'));
      return asking ? { signedIn, asking } : notFound();
    }
    case 'thread': {
      if (!signedIn) return notSignedIn();
      const thread = threadAccess(context, signedIn.accountId, idIn(c, 'threadId'));
      return thread ? { signedIn, thread } : notFound();
    }
    case 'comment': {
      if (!signedIn) return notSignedIn();
      const comment = commentAccess(context, signedIn.accountId, idIn(c, 'commentId'));
      return comment ? { signedIn, comment } : notFound();
    }
    case 'personal_link': {
      const token = c.req.param('linkToken') ?? '';
      const link = TOKEN.test(token) ? linkAccess(context.db, token, context.now()) : undefined;
      if (link === undefined) return refuse('not_found', takePartWords.refused.absent);
      return typeof link === 'string' ? refuse('not_allowed', takePartWords.refused[link]) : { link };
    }
  }
}

/** Takes as long whatever is wrong with it. */
function isBearer(header: string | undefined, secret: string): boolean {
  const [sent, right] = [header ?? '', `Bearer ${secret}`].map((words) =>
    createHash('sha256').update(words).digest(),
  ) as [Buffer, Buffer];
  return timingSafeEqual(sent, right);
}

/** By their mail address, which only those who read its mail can sign in with. */
export function isAdministrator({ config }: Context, { email }: SignedIn): boolean {
  return email !== null && config.administrators.includes(email);
}

async function memberIn(
  context: Context,
  signedIn: SignedIn | undefined,
  c: HonoContext,
): Promise<Refusal | { signedIn: SignedIn; member: OwnMember; partnershipId: string }> {
  if (!signedIn) return notSignedIn();
  const partnershipId = idIn(c, 'partnershipId');
  const member = await memberOf(context.db, signedIn.accountId, partnershipId);
  return member ? { signedIn, member, partnershipId } : notFound();
}

async function accessTo(
  context: Context,
  signedIn: SignedIn | undefined,
  c: HonoContext,
): Promise<Refusal | { signedIn: SignedIn; access: DocumentAccess }> {
  if (!signedIn) return notSignedIn();
  const access = await documentAccess(context.db, signedIn.accountId, idIn(c, 'documentId'));
  return access ? { signedIn, access } : notFound();
}

/** `/read/<id>.md` and `.txt` are the same document in another form; ids have no dots. */
const FORM = /\.(?:md|txt)$/;

function idIn(c: HonoContext, name: string): string {
  const id = c.req.param(name)?.replace(FORM, '');
  if (id === undefined) throw new Error(`the route ${c.req.path} has a rule about :${name}, and no :${name}`);
  return id.length > LONGEST_ID ? '' : id;
}

function notSignedIn(): Refusal {
  return refuse('not_signed_in', words.notSignedIn);
}
