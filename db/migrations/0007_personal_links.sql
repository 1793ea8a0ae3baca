CREATE TABLE `personal_link` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`member_id` text NOT NULL,
	`seat_id` text,
	`document_id` text,
	`decision_id` text,
	`may_comment` integer NOT NULL,
	`may_answer` integer NOT NULL,
	`token_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`locked_token` text NOT NULL,
	`made_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` text,
	`used_at` integer,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seat`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `personal_link_token_hash_unique` ON `personal_link` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `personal_link_code_hash_unique` ON `personal_link` (`code_hash`);--> statement-breakpoint
CREATE INDEX `personal_link_by_member` ON `personal_link` (`member_id`);--> statement-breakpoint
CREATE INDEX `personal_link_by_document` ON `personal_link` (`document_id`);--> statement-breakpoint
CREATE INDEX `personal_link_by_decision` ON `personal_link` (`decision_id`);