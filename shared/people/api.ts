import { z } from 'zod';

/** Someone who is signed in, as the HTTP API shows them. */
export const accountShape = z.object({ id: z.string(), name: z.string() });

/** The body of a request that says everything in its address. */
export const nothing = z.strictObject({});
