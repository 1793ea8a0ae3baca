CREATE TABLE `asking` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`document_id` text,
	`decision_id` text,
	`rung` text NOT NULL,
	`difference` text NOT NULL,
	`minutes` integer NOT NULL,
	`background` text NOT NULL,
	`time_enough` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`remind_at` integer,
	`withdrawn_at` integer,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	`outcome_at` integer,
	`outcome_by` text,
	`summary` text DEFAULT '' NOT NULL,
	`points` text DEFAULT '[]' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`request_id` text NOT NULL,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outcome_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `asking_by_partnership` ON `asking` (`partnership_id`);--> statement-breakpoint
CREATE INDEX `asking_by_document` ON `asking` (`document_id`);--> statement-breakpoint
CREATE INDEX `asking_by_decision` ON `asking` (`decision_id`);--> statement-breakpoint
CREATE INDEX `asking_by_remind` ON `asking` (`remind_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `asking_by_request` ON `asking` (`asked_by`,`request_id`);--> statement-breakpoint
CREATE TABLE `asking_person` (
	`asking_id` text NOT NULL,
	`member_id` text NOT NULL,
	`seat_id` text,
	PRIMARY KEY(`asking_id`, `member_id`),
	FOREIGN KEY (`asking_id`) REFERENCES `asking`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seat`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `asking_person_by_member` ON `asking_person` (`member_id`);