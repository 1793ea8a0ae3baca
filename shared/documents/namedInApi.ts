import { z } from 'zod';

export const namedInAnswer = z.object({
  documents: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type NamedInAnswer = z.infer<typeof namedInAnswer>;
