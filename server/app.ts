import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { openAPIRouteHandler } from 'hono-openapi';
import { administrationRoutes } from './administration/routes.ts';
import { askingRoutes } from './asking/routes.ts';
import { calendarFeedRoutes, calendarRoutes } from './calendar/routes.ts';
import { commentRoutes, threadRoutes } from './comments/routes.ts';
import type { Context } from './context.ts';
import { passageRoutes } from './decisions/passageRoutes.ts';
import { recordRoutes } from './decisions/recordRoutes.ts';
import { decisionRoutes } from './decisions/routes.ts';
import { ruleRoutes } from './decisions/ruleRoutes.ts';

import { carryTableOver } from './decisions/tableChanges.ts';

import { decisionValuesRoutes } from './decisions/valuesRoutes.ts';

import { departureRoutes } from './departures/routes.ts';
import { accessRoutes } from './documents/accessRoutes.ts';
import { publicationRoutes } from './documents/publicationRoutes.ts';
import { documentRoutes } from './documents/routes.ts';
import { notFound, onError, refused } from './errors.ts';
import { exampleRoutes } from './example/routes.ts';
import { historyRoutes } from './history/routes.ts';
import { inboundRoutes } from './inbound/routes.ts';
import { invitationAnswerRoutes } from './invitations/answerRoutes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { limits } from './limits.ts';
import { newcomerRoutes } from './newcomers/routes.ts';
import { noteRoutes, noteSending } from './notes/routes.ts';
import { noticeLines } from './noticeLines.ts';
import { noticeRoutes } from './notifications/routes.ts';
import { troubleRoutes } from './notifications/troubleRoutes.ts';
import type { BuiltClient } from './pages/builtClient.ts';
import { pageRoutes } from './pages/routes.ts';
import { paperEntryRoutes, paperRoutes } from './paper/routes.ts';
import { eventRoutes } from './partnerships/eventRoutes.ts';
import { memberRoutes } from './partnerships/memberRoutes.ts';
import { pseudonymRoutes } from './partnerships/pseudonymRoutes.ts';
import { partnershipRoutes } from './partnerships/routes.ts';
import { runningRoutes } from './partnerships/runningRoutes.ts';
import { askLimits } from './people/askLimits.ts';
import { outsideRoutes } from './people/outsideRoutes.ts';
import { profileRoutes } from './people/profileRoutes.ts';
import { peopleRoutes } from './people/routes.ts';
import { signInRoutes } from './people/signInRoutes.ts';
import { permits } from './permit.ts';
import { publicViewRoutes } from './publicView/routes.ts';
import { readingRoutes } from './reading/routes.ts';
import { recordFileRoutes } from './records/routes.ts';
import { repliesByMail } from './replies.ts';
import {
  headers,
  logRequests,
  neverKept,
  ownHostOnly,
  ownPagesOnly,
  smallBodies,
  wholeBody,
} from './security.ts';
import { sinceRoutes } from './since/routes.ts';
import { linkRoutes } from './takePart/linkRoutes.ts';
import { linkNoteRoutes } from './takePart/noteRoutes.ts';
import { roundLinkPages, takePartRoutes } from './takePart/routes.ts';
import { unsubscribeRoutes } from './unsubscribe/routes.ts';
import { valuesRoutes } from './values/routes.ts';
import { versionRoutes } from './versions/routes.ts';

/** The whole HTTP side of the server. `client` is the built client; without one there are no pages. */
export function createApp(context: Context, client?: BuiltClient) {
  const { config, log, now } = context;
  const permit = permits(context, limits());
  const asks = askLimits();
  const sendNote = noteSending(context);
  const api = new Hono()
    .use(neverKept)
    .route('/', exampleRoutes(context, permit))
    .route('/', peopleRoutes(context, permit))
    .route('/', signInRoutes(context, permit, asks))
    .route('/', outsideRoutes(context, permit, asks))
    .route('/', administrationRoutes(context, permit))
    .route('/', profileRoutes(context, permit))
    .route('/', noticeRoutes(context, permit, noticeLines))
    .route('/', troubleRoutes(context, permit))
    .route('/', calendarRoutes(context, permit))
    .route('/', memberRoutes(context, permit))
    .route('/', pseudonymRoutes(context, permit))
    .route('/', partnershipRoutes(context, permit))
    .route('/', runningRoutes(context, permit, carryTableOver(context)))
    .route('/', accessRoutes(context, permit))
    .route('/', publicationRoutes(context, permit))
    .route('/', invitationRoutes(context, permit))
    .route('/', invitationAnswerRoutes(context, permit, asks))
    .route('/', linkRoutes(context, permit))
    .route('/', newcomerRoutes(context, permit))
    .route('/', documentRoutes(context, permit))
    .route('/', commentRoutes(context, permit))
    .route('/', threadRoutes(context, permit))
    .route('/', historyRoutes(context, permit))
    .route('/', departureRoutes(context, permit))
    .route('/', decisionRoutes(permit))
    .route('/', recordRoutes(context, permit))
    .route('/', ruleRoutes(context, permit))
    .route('/', passageRoutes(context, permit))
    .route('/', valuesRoutes(context, permit))
    .route('/', recordFileRoutes(context, permit))
    .route('/', decisionValuesRoutes(context, permit))
    .route('/', askingRoutes(context, permit))
    .route('/', paperEntryRoutes(context, permit))
    .route('/', sinceRoutes(context, permit))
    .route('/', versionRoutes(context, permit))
    .route('/', noteRoutes(context, permit, sendNote))
    .route('/', eventRoutes(context, permit));
  const app = new Hono()
    .use(requestId({ generator: context.newId, headerName: '' }))
    .use(logRequests(log, now))
    .use(headers(config))
    .route('/', unsubscribeRoutes(context, permit))
    .route('/', inboundRoutes(repliesByMail(context), permit))
    .use('/p/*', ...roundLinkPages)
    .use(ownHostOnly(config), ownPagesOnly(config), smallBodies, wholeBody)
    .get('/healthz', permit({ kind: 'anyone' }), (c) => c.json({ ok: true }, 200))
    .get(
      '/api/openapi.json',
      permit({ kind: 'anyone' }),
      openAPIRouteHandler(api, {
        documentation: {
          info: { title: 'Trialogue', version: '1', description: 'What the pages of Trialogue speak with.' },
          servers: [{ url: '/api' }],
        },
        defaultValidationErrorResponse: false,
      }),
    )
    .route('/api', api)
    .route('/', readingRoutes(context, permit))
    .route('/', publicViewRoutes(context, permit))
    .route('/', takePartRoutes(context, permit))
    .route('/', linkNoteRoutes(context, permit, sendNote))
    .route('/', paperRoutes(context, permit))
    .route('/', calendarFeedRoutes(context, permit))
    .route('/', pageRoutes(permit, client));
  app.onError(onError(log));
  app.notFound((c) => refused(c, notFound()));
  return app;
}

export type App = ReturnType<typeof createApp>;
