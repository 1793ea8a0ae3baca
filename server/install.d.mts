export function install(): void;
export function isInstalled(): boolean;
