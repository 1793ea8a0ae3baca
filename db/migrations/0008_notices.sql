CREATE TABLE `address_trouble` (
	`member_id` text PRIMARY KEY NOT NULL,
	`address_hash` text NOT NULL,
	`problem` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `mail_seen` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `mail_seen_by_time` ON `mail_seen` (`at`);--> statement-breakpoint
CREATE TABLE `mail_token` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`member_id` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mail_token_by_expiry` ON `mail_token` (`expires_at`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_key` text NOT NULL,
	`partnership_id` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`about_kind` text NOT NULL,
	`about_id` text NOT NULL,
	`detail` text DEFAULT '{}' NOT NULL,
	`needs_me` integer NOT NULL,
	`by_member_id` text,
	`at` integer NOT NULL,
	`read_at` integer,
	`settled_at` integer,
	`mail_id` text,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_once` ON `notice` (`event_key`,`member_id`);--> statement-breakpoint
CREATE INDEX `notice_by_member` ON `notice` (`member_id`,`at`);--> statement-breakpoint
CREATE INDEX `notice_unsettled` ON `notice` (`settled_at`,`member_id`);--> statement-breakpoint
CREATE TABLE `notice_settings` (
	`member_id` text PRIMARY KEY NOT NULL,
	`needs_me` text NOT NULL,
	`rest` text NOT NULL,
	`quiet_from` integer,
	`quiet_to` integer,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `mail` ADD `head` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `mail` ADD `member_id` text;--> statement-breakpoint
ALTER TABLE `partnership` ADD `time_zone` text DEFAULT 'Europe/London' NOT NULL;