CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`member_id` text NOT NULL,
	`seat_id` text,
	`via` text NOT NULL,
	`supporter` text,
	`entered_by` text,
	`witness` text,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`edited_at` integer,
	`held_round` integer,
	`hidden_by` text,
	`hidden_at` integer,
	`hidden_reason` text,
	`request_id` text NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `comment_thread`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seat`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hidden_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `comment_by_thread` ON `comment` (`thread_id`,`at`);--> statement-breakpoint
CREATE INDEX `comment_by_member` ON `comment` (`member_id`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `comment_by_request` ON `comment` (`member_id`,`request_id`);--> statement-breakpoint
CREATE TABLE `comment_reaction` (
	`comment_id` text NOT NULL,
	`member_id` text NOT NULL,
	`seat_id` text,
	`at` integer NOT NULL,
	`held_round` integer,
	PRIMARY KEY(`comment_id`, `member_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seat`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `comment_thread` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`document_id` text,
	`decision_id` text,
	`kind` text NOT NULL,
	`start` text,
	`end` text,
	`quote` text DEFAULT '' NOT NULL,
	`before` text DEFAULT '' NOT NULL,
	`after` text DEFAULT '' NOT NULL,
	`characters` text,
	`hash` text,
	`suggestion` text,
	`state` text DEFAULT 'open' NOT NULL,
	`ended_by` text,
	`ended_seat` text,
	`ended_at` integer,
	`ended_reason` text,
	`decision_made` text,
	`question_at` integer,
	`started_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_seat`) REFERENCES `seat`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_made`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `comment_thread_by_document` ON `comment_thread` (`document_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `comment_thread_by_decision` ON `comment_thread` (`decision_id`,`created_at`);