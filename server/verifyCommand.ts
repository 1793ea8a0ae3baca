import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keptIn } from '../shared/ledger/keptIn.ts';
import { signatureCheck } from '../shared/ledger/signatures.ts';
import { ledgerWords } from '../shared/messages/en/ledger.ts';
import { report } from '../shared/records/report.ts';
import { verify } from '../shared/records/verify.ts';

/** 0: it holds. 1: it does not. 2: it could not be checked, because it was not asked for rightly. */
const BROKEN = 1;
const NOT_CHECKED = 2;

const asked = readAsked();
if (asked) {
  const check = signatureCheck(webcrypto.subtle as SubtleCrypto);
  const verified = await verify({ ...asked, check });
  console.log(report(verified).join('\n'));
  if (verified.verdict === 'broken') process.exitCode = BROKEN;
} else {
  console.error(ledgerWords.report.usage);
  process.exitCode = NOT_CHECKED;
}

/** The file and what was kept: each `--receipt` and `--head` is a line, or a file with one in it, such as a saved mail. */
function readAsked() {
  try {
    const option = { type: 'string', multiple: true } as const;
    const { values, positionals } = parseArgs({
      options: { receipt: option, head: option },
      allowPositionals: true,
    });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) return undefined;
    const given = [...(values.receipt ?? []), ...(values.head ?? [])];
    const kept = given.flatMap((each) => keptIn(existsSync(each) ? readFileSync(each, 'utf8') : each));
    return { bytes: new Uint8Array(readFileSync(path)), kept };
  } catch (error) {
    console.error((error as Error).message);
    return undefined;
  }
}
