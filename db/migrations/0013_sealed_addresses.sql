DROP INDEX `invitation_by_email`;--> statement-breakpoint
ALTER TABLE `invitation` ADD `email_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `invitation_by_email_hash` ON `invitation` (`email_hash`);--> statement-breakpoint
DROP INDEX `account_email_unique`;--> statement-breakpoint
ALTER TABLE `account` ADD `email_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `account_email_hash_unique` ON `account` (`email_hash`);--> statement-breakpoint
DROP INDEX `sign_in_code_by_email`;--> statement-breakpoint
ALTER TABLE `sign_in_code` ADD `email_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `sign_in_code_by_email_hash` ON `sign_in_code` (`email_hash`);