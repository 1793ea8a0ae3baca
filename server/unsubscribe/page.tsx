/** @jsxImportSource hono/jsx */
import { html } from 'hono/html';
import { notificationsWords } from '../../shared/messages/en/notifications.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Page, type Sheet } from '../reading/sheetPage.tsx';

const words = notificationsWords.unsubscribing;

interface Ending {
  readonly partnership: string;
  readonly partnershipId: string;
  readonly done: boolean;
}

/** The page behind the link in each mail. It ends nothing until its button is pressed. */
export function unsubscribePage({ partnership, partnershipId, done }: Ending, sheet: Sheet) {
  const title = fill(done ? words.doneTitle : words.title, { partnership });
  return html`<!doctype html>${(
    <Page title={title} sheet={sheet}>
      <div class="shell">
        <main id="document" class="sheet">
          <h1 dir="auto">{title}</h1>
          {done ? (
            <p>{words.done}</p>
          ) : (
            <form method="post">
              <p>{fill(words.how, { partnership })}</p>
              <p>
                <button class="button" type="submit">
                  {words.button}
                </button>
              </p>
            </form>
          )}
          <p>{words.stillComes}</p>
          <p>
            <a href={`/partnerships/${partnershipId}/my-notices`}>{words.settings}</a>
          </p>
        </main>
      </div>
    </Page>
  )}`;
}
