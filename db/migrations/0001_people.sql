CREATE TABLE `document_seen` (
	`document_id` text NOT NULL,
	`member_id` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`document_id`, `member_id`),
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `publication` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`document_id` text NOT NULL,
	`title` text NOT NULL,
	`blocks` text NOT NULL,
	`content_hash` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`published_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `publication_by_partnership` ON `publication` (`partnership_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `publication_of_document` ON `publication` (`document_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `values_signature` (
	`document_id` text NOT NULL,
	`member_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `member_id`, `content_hash`),
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`event_key` text NOT NULL,
	`kind` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`problem` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_event_key_unique` ON `mail` (`event_key`);--> statement-breakpoint
CREATE INDEX `mail_due` ON `mail` (`due_at`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`seat_id` text,
	`seat_kind` text,
	`roles` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended` text,
	`ended_at` integer,
	`member_id` text,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seat`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_by_partnership` ON `invitation` (`partnership_id`);--> statement-breakpoint
CREATE INDEX `invitation_by_email` ON `invitation` (`email`);--> statement-breakpoint
CREATE TABLE `pseudonym_name` (
	`member_id` text PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `outside_identity` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `profile` (
	`account_id` text PRIMARY KEY NOT NULL,
	`address_as` text DEFAULT '' NOT NULL,
	`address_as_visible_to` text DEFAULT 'members' NOT NULL,
	`formats` text DEFAULT '' NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`support` text DEFAULT '' NOT NULL,
	`needs_visible_to` text DEFAULT 'facilitators' NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `sign_in_code` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`link_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`browser_hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_code_link_hash_unique` ON `sign_in_code` (`link_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_code_by_email` ON `sign_in_code` (`email`);--> statement-breakpoint
ALTER TABLE `document` ADD `sensitivity` text DEFAULT 'members' NOT NULL;--> statement-breakpoint
ALTER TABLE `partnership` ADD `preset` text DEFAULT 'equals' NOT NULL;--> statement-breakpoint
ALTER TABLE `partnership` ADD `why_together` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `partnership` ADD `why_now` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `seat` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `sign_in` ADD `id` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `sign_in` SET `id` = lower(hex(randomblob(16)));--> statement-breakpoint
ALTER TABLE `sign_in` ADD `method` text DEFAULT 'example' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_in` ADD `browser` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `sign_in_by_account` ON `sign_in` (`account_id`);