CREATE TABLE `decision_on_value` (
	`decision_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`version` integer,
	PRIMARY KEY(`decision_id`, `subject_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `decision_on_value_by_subject` ON `decision_on_value` (`subject_id`);--> statement-breakpoint
ALTER TABLE `behaviour` ADD `retired_reason` text;--> statement-breakpoint
ALTER TABLE `behaviour` ADD `retired_by` text REFERENCES member(id);--> statement-breakpoint
ALTER TABLE `behaviour` ADD `retired_decision_id` text REFERENCES decision(id);--> statement-breakpoint
ALTER TABLE `shared_value` ADD `retired_reason` text;--> statement-breakpoint
ALTER TABLE `shared_value` ADD `retired_by` text REFERENCES member(id);--> statement-breakpoint
ALTER TABLE `shared_value` ADD `retired_decision_id` text REFERENCES decision(id);--> statement-breakpoint
CREATE TRIGGER `shared_value_words_stay` BEFORE UPDATE OF `words`, `practice`, `question` ON `shared_value_version` BEGIN SELECT RAISE(ABORT, 'other words are another version'); END;--> statement-breakpoint
CREATE TRIGGER `signed_words_stay` BEFORE UPDATE OF `will`, `will_not`, `seen`, `value_ids`, `review_at`, `signed_at` ON `behaviour_version` WHEN OLD.`signed_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'signed words are never altered'); END;
