ALTER TABLE `decision` ADD `waits` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `decision` ADD `hides` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `decision` ADD `follows` text;--> statement-breakpoint
CREATE INDEX `decision_by_waits` ON `decision` (`partnership_id`,`waits`);--> statement-breakpoint
CREATE INDEX `decision_by_follows` ON `decision` (`follows`);