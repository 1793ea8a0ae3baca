import { createContext, type ReactNode } from 'react';

/** What stands in the bar at the top beside what it has of its own: other features put it there. */
export const TopBarExtra = createContext<ReactNode>(null);
