CREATE TABLE `private_note` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`to_role` text NOT NULL,
	`writer_id` text,
	`link_id` text,
	`request_id` text NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	`answer_by` integer NOT NULL,
	`read_at` integer,
	`withdrawn_at` integer,
	`reminded_at` integer,
	`answer` text DEFAULT '' NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	`done` text DEFAULT '' NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `personal_link`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `private_note_request_id_unique` ON `private_note` (`request_id`);--> statement-breakpoint
CREATE INDEX `private_note_to` ON `private_note` (`partnership_id`,`to_role`);--> statement-breakpoint
CREATE INDEX `private_note_by` ON `private_note` (`writer_id`);