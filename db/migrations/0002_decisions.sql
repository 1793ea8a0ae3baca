CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`number` integer NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`ending` text,
	`due_at` integer,
	`sensitivity` text DEFAULT 'members' NOT NULL,
	`body` text NOT NULL,
	`revision` integer NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_by_number` ON `decision` (`partnership_id`,`number`);--> statement-breakpoint
CREATE INDEX `decision_by_state` ON `decision` (`partnership_id`,`state`);--> statement-breakpoint
CREATE INDEX `decision_by_due` ON `decision` (`due_at`);--> statement-breakpoint
CREATE TABLE `decision_passage` (
	`decision_id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`quote` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `document`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `decision_passage_by_document` ON `decision_passage` (`document_id`);--> statement-breakpoint
CREATE TABLE `decision_request` (
	`decision_id` text NOT NULL,
	`member_id` text NOT NULL,
	`request_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`decision_id`, `member_id`, `request_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `decision_text` (
	`decision_id` text NOT NULL,
	`hash` text NOT NULL,
	`blocks` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`decision_id`, `hash`),
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `partnership_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`rule` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `partnership_rule_by_partnership` ON `partnership_rule` (`partnership_id`);--> statement-breakpoint
CREATE TABLE `ledger_actor` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`member_id` text,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_actor_by_member` ON `ledger_actor` (`member_id`);--> statement-breakpoint
CREATE TABLE `ledger_entry` (
	`partnership_id` text NOT NULL,
	`seq` integer NOT NULL,
	`line` text NOT NULL,
	`hash` text NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`hidden` integer NOT NULL,
	PRIMARY KEY(`partnership_id`, `seq`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entry_by_subject` ON `ledger_entry` (`subject`,`seq`);--> statement-breakpoint
CREATE TABLE `ledger_head` (
	`partnership_id` text NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	`public_key` text NOT NULL,
	`signature` text NOT NULL,
	PRIMARY KEY(`partnership_id`, `seq`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `ledger_words` (
	`partnership_id` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`salt` text NOT NULL,
	`text` text,
	`erased_at` integer,
	PRIMARY KEY(`partnership_id`, `seq`, `name`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `behaviour` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`leader_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leader_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `behaviour_by_partnership` ON `behaviour` (`partnership_id`);--> statement-breakpoint
CREATE TABLE `behaviour_version` (
	`behaviour_id` text NOT NULL,
	`version` integer NOT NULL,
	`will` text NOT NULL,
	`will_not` text NOT NULL,
	`seen` text NOT NULL,
	`value_ids` text NOT NULL,
	`review_at` integer NOT NULL,
	`written_by` text,
	`signed_at` integer,
	`decision_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`behaviour_id`, `version`),
	FOREIGN KEY (`behaviour_id`) REFERENCES `behaviour`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `shared_value` (
	`id` text PRIMARY KEY NOT NULL,
	`partnership_id` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`partnership_id`) REFERENCES `partnership`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `shared_value_by_partnership` ON `shared_value` (`partnership_id`);--> statement-breakpoint
CREATE TABLE `shared_value_version` (
	`value_id` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`practice` text NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`proposed_by` text,
	`proposed_seat` text,
	`decision_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`value_id`, `version`),
	FOREIGN KEY (`value_id`) REFERENCES `shared_value`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_seat`) REFERENCES `seat`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `ledger_entry_is_not_changed` BEFORE UPDATE ON `ledger_entry` BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;--> statement-breakpoint
CREATE TRIGGER `ledger_entry_is_not_deleted` BEFORE DELETE ON `ledger_entry` BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;--> statement-breakpoint
CREATE TRIGGER `ledger_entry_has_no_gap` BEFORE INSERT ON `ledger_entry` WHEN NEW.`seq` <> (SELECT coalesce(max(`seq`), 0) + 1 FROM `ledger_entry` WHERE `partnership_id` = NEW.`partnership_id`) BEGIN SELECT RAISE(ABORT, 'the ledger has no gaps'); END;
