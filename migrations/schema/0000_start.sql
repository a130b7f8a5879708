CREATE TABLE `approval_chains` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approval_chains_number` ON `approval_chains` (`tenant_id`,`kind`,`number`);--> statement-breakpoint
CREATE TABLE `approval_delegations` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`to` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`made_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `approval_history` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`approval_id` text NOT NULL,
	`act` text NOT NULL,
	`by` text,
	`to` text,
	`note` text,
	`at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`approval_id`) REFERENCES `approvals`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `approval_history_approval` ON `approval_history` (`tenant_id`,`approval_id`,`at`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`offer_id` text,
	`content_sealed` text,
	`content_hash` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`chain_number` integer NOT NULL,
	`way` text NOT NULL,
	`steps` text NOT NULL,
	`waiting_for` text NOT NULL,
	`involved` text NOT NULL,
	`ledger` text NOT NULL,
	`instance_id` text,
	`todo` text NOT NULL,
	`tick` integer NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`ended_at` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `approvals_asked` ON `approvals` (`tenant_id`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `approvals_subject` ON `approvals` (`tenant_id`,`subject_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_one_pending` ON `approvals` (`tenant_id`,`kind`,`subject_id`) WHERE state = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_instance` ON `approvals` (`tenant_id`,`instance_id`);--> statement-breakpoint
CREATE TABLE `offers` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`application_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`terms_sealed` text,
	`approval_id` text,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`application_id`) REFERENCES `applications`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `offers_number` ON `offers` (`tenant_id`,`application_id`,`number`);--> statement-breakpoint
CREATE TABLE `application_events` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`application_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`reason_code` text,
	`note` text,
	`at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`application_id`) REFERENCES `applications`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_events_application` ON `application_events` (`tenant_id`,`application_id`,`at`);--> statement-breakpoint
CREATE TABLE `applications` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`job_id` text NOT NULL,
	`job_version_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`resume_id` text,
	`status` text NOT NULL,
	`screening` text,
	`score10` real,
	`suggestion` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`job_id`) REFERENCES `jobs`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`job_version_id`) REFERENCES `job_versions`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`candidate_id`) REFERENCES `candidates`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `applications_once` ON `applications` (`tenant_id`,`job_id`,`candidate_id`);--> statement-breakpoint
CREATE INDEX `applications_status` ON `applications` (`tenant_id`,`job_id`,`status`,`updated_at`);--> statement-breakpoint
CREATE INDEX `applications_candidate` ON `applications` (`tenant_id`,`candidate_id`);--> statement-breakpoint
CREATE TABLE `candidates` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`phone_sealed` text,
	`phone_key` text,
	`email_sealed` text,
	`email_key` text,
	`city` text,
	`profile` text,
	`edits` text,
	`revision` integer NOT NULL,
	`merged_into` text,
	`erased_at` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `candidates_phone` ON `candidates` (`tenant_id`,`phone_key`);--> statement-breakpoint
CREATE INDEX `candidates_email` ON `candidates` (`tenant_id`,`email_key`);--> statement-breakpoint
CREATE TABLE `merge_suggestions` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`other_id` text NOT NULL,
	`reasons` text NOT NULL,
	`state` text NOT NULL,
	`moved` text,
	`decided_by` text,
	`created_at` text NOT NULL,
	`decided_at` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `merge_suggestions_pair` ON `merge_suggestions` (`tenant_id`,`candidate_id`,`other_id`);--> statement-breakpoint
CREATE TABLE `resumes` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`candidate_id` text,
	`job_id` text,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`content_hash` text NOT NULL,
	`object_key` text NOT NULL,
	`state` text NOT NULL,
	`error_code` text,
	`parsed_sealed` text,
	`uploaded_by` text,
	`created_at` text NOT NULL,
	`parsed_at` text,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`candidate_id`) REFERENCES `candidates`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resumes_candidate` ON `resumes` (`tenant_id`,`candidate_id`);--> statement-breakpoint
CREATE INDEX `resumes_hash` ON `resumes` (`tenant_id`,`content_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `resumes_once` ON `resumes` (`tenant_id`,`job_id`,`content_hash`);--> statement-breakpoint
CREATE TABLE `answers` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`interview_id` text NOT NULL,
	`question_id` text NOT NULL,
	`turn` integer NOT NULL,
	`attempt` integer NOT NULL,
	`mode` text NOT NULL,
	`text` text NOT NULL,
	`original_text` text,
	`asr_confidence` real,
	`text_source` text NOT NULL,
	`recording_id` text,
	`skipped` integer NOT NULL,
	`probe` text,
	`process` text NOT NULL,
	`content_hash` text NOT NULL,
	`duration_ms` integer,
	`stored_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`interview_id`) REFERENCES `interviews`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_once` ON `answers` (`tenant_id`,`interview_id`,`question_id`,`turn`,`attempt`);--> statement-breakpoint
CREATE TABLE `consents` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`interview_id` text NOT NULL,
	`kind` text NOT NULL,
	`granted` integer NOT NULL,
	`text_hash` text NOT NULL,
	`locale` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`interview_id`) REFERENCES `interviews`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_interview` ON `consents` (`tenant_id`,`interview_id`,`kind`,`at`);--> statement-breakpoint
CREATE TABLE `interviews` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`application_id` text NOT NULL,
	`job_version_id` text NOT NULL,
	`state` text NOT NULL,
	`plan` text NOT NULL,
	`lang` text NOT NULL,
	`accommodations` text NOT NULL,
	`ai_scoring` integer NOT NULL,
	`device_id` text,
	`follow_up` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`started_at` text,
	`resumable_until` text,
	`submitted_at` text,
	`released_at` text,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`application_id`) REFERENCES `applications`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`,`job_version_id`) REFERENCES `job_versions`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interviews_application` ON `interviews` (`tenant_id`,`application_id`);--> statement-breakpoint
CREATE TABLE `recording_segments` (
	`tenant_id` text NOT NULL,
	`recording_id` text NOT NULL,
	`position` integer NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`object_key` text NOT NULL,
	`stored_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `recording_id`, `position`),
	FOREIGN KEY (`tenant_id`,`recording_id`) REFERENCES `recordings`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `recordings` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`interview_id` text NOT NULL,
	`question_id` text NOT NULL,
	`turn` integer NOT NULL,
	`attempt` integer NOT NULL,
	`media_type` text NOT NULL,
	`state` text NOT NULL,
	`segment_count` integer,
	`object_key` text,
	`bytes` integer,
	`duration_ms` integer,
	`transcript_state` text NOT NULL,
	`transcript` text,
	`created_at` text NOT NULL,
	`completed_at` text,
	`erased_at` text,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`interview_id`) REFERENCES `interviews`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recordings_interview` ON `recordings` (`tenant_id`,`interview_id`);--> statement-breakpoint
CREATE TABLE `custom_dimensions` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`data` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`archived_at` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_dimensions_version` ON `custom_dimensions` (`tenant_id`,`code`,`version`);--> statement-breakpoint
CREATE TABLE `job_versions` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`job_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`job_id`) REFERENCES `jobs`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `job_versions_number` ON `job_versions` (`tenant_id`,`job_id`,`number`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`industry` text NOT NULL,
	`state` text NOT NULL,
	`draft` text NOT NULL,
	`revision` integer NOT NULL,
	`dirty` integer NOT NULL,
	`current_version_id` text,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `jobs_state` ON `jobs` (`tenant_id`,`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `marketplace_installations` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`corp_id` text NOT NULL,
	`company_id` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`installed_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`uninstalled_at` text,
	`erase_at` text,
	`proof` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `marketplace_installations_living` ON `marketplace_installations` (`platform`,`corp_id`) WHERE state <> 'erased';--> statement-breakpoint
CREATE UNIQUE INDEX `marketplace_installations_company` ON `marketplace_installations` (`company_id`);--> statement-breakpoint
CREATE TABLE `marketplace_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`corp_id` text,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`sealed` text NOT NULL,
	`received_at` text NOT NULL,
	`done_at` text
);
--> statement-breakpoint
CREATE INDEX `marketplace_notices_company` ON `marketplace_notices` (`platform`,`corp_id`,`at`);--> statement-breakpoint
CREATE INDEX `marketplace_notices_received` ON `marketplace_notices` (`received_at`);--> statement-breakpoint
CREATE TABLE `messages` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`ref` text,
	`account_id` text,
	`error_code` text,
	`platform_code` text,
	`attempts` integer NOT NULL,
	`first_tried_at` text,
	`sent_at` text,
	`closing` text,
	`closed` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `messages_latest` ON `messages` (`tenant_id`,`person_id`,`kind`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`tenant_id`,`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `notices` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`subject_id` text NOT NULL,
	`application_id` text,
	`params` text NOT NULL,
	`urgent` integer NOT NULL,
	`card` text NOT NULL,
	`message_id` text,
	`created_at` text NOT NULL,
	`read_at` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`tenant_id`,`person_id`,`key`);--> statement-breakpoint
CREATE INDEX `notices_unread` ON `notices` (`tenant_id`,`person_id`,`read_at`);--> statement-breakpoint
CREATE INDEX `notices_card` ON `notices` (`tenant_id`,`person_id`,`card`);--> statement-breakpoint
CREATE INDEX `notices_subject` ON `notices` (`tenant_id`,`subject_id`);--> statement-breakpoint
CREATE INDEX `notices_message` ON `notices` (`tenant_id`,`message_id`);--> statement-breakpoint
CREATE TABLE `organisation_history` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`data` text NOT NULL,
	`present` integer NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `organisation_history_subject` ON `organisation_history` (`tenant_id`,`kind`,`subject_id`,`until`);--> statement-breakpoint
CREATE TABLE `organisation_mirror` (
	`tenant_id` text NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`data` text NOT NULL,
	`present` integer NOT NULL,
	`read_at` integer NOT NULL,
	`run_id` text,
	`since` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `kind`, `id`)
);
--> statement-breakpoint
CREATE INDEX `organisation_mirror_run` ON `organisation_mirror` (`tenant_id`,`kind`,`present`,`run_id`);--> statement-breakpoint
CREATE TABLE `organisation_overlay` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`field` text NOT NULL,
	`base` text NOT NULL,
	`value` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `organisation_overlay_subject` ON `organisation_overlay` (`tenant_id`,`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `organisation_runs` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`state` text NOT NULL,
	`phase` text NOT NULL,
	`cursor` text,
	`pending` text NOT NULL,
	`revision` integer NOT NULL,
	`removals_accepted` integer NOT NULL,
	`counts` text NOT NULL,
	`drift` text NOT NULL,
	`started_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`finished_at` text,
	`error_code` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `organisation_runs_started` ON `organisation_runs` (`tenant_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `audit_rows` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`data` text NOT NULL,
	`chain_index` integer,
	`hash` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `audit_rows_subject` ON `audit_rows` (`tenant_id`,`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `audit_rows_chain` ON `audit_rows` (`tenant_id`,`chain_index`);--> statement-breakpoint
CREATE TABLE `people` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`roles` text NOT NULL,
	`state` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`tenant_id` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `platform_accounts` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`granted_roles` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `platform_accounts_person` ON `platform_accounts` (`tenant_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `platform_calls` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`calls` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `platform_deliveries` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`way` text NOT NULL,
	`heard_at` text,
	`connected_at` text,
	`lost_at` text,
	`error_code` text,
	`lease` text,
	`lease_until` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `platform_events` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`installation_id` text NOT NULL,
	`change` text NOT NULL,
	`received_at` text NOT NULL,
	`done_at` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `platform_events_received` ON `platform_events` (`received_at`);--> statement-breakpoint
CREATE TABLE `platform_installations` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`platform` text NOT NULL,
	`corp_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`settings_sealed` text NOT NULL,
	`connected_by` text NOT NULL,
	`checks` text,
	`facts` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `platform_installations_one` ON `platform_installations` (`tenant_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `platform_installations_id` ON `platform_installations` (`id`);--> statement-breakpoint
CREATE TABLE `platform_tokens` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`sealed` text,
	`revision` integer NOT NULL,
	`renew_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`lease` text,
	`lease_until` integer NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `calibrations` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`family` text NOT NULL,
	`scorer_version` text NOT NULL,
	`map` text NOT NULL,
	`adopted_by` text NOT NULL,
	`adopted_at` text NOT NULL,
	`retired_by` text,
	`retired_at` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `rating_practices` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`lang` text NOT NULL,
	`items` text NOT NULL,
	`answers` text,
	`started_at` text NOT NULL,
	`finished_at` text,
	PRIMARY KEY(`tenant_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `rating_practices_person` ON `rating_practices` (`tenant_id`,`person_id`,`finished_at`);--> statement-breakpoint
CREATE TABLE `appeals` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`interview_id` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`due_at` text NOT NULL,
	`reviewer_id` text,
	`answer` text,
	`created_at` text NOT NULL,
	`closed_at` text,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`interview_id`) REFERENCES `interviews`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `appeals_state` ON `appeals` (`tenant_id`,`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`application_id` text NOT NULL,
	`report_id` text,
	`outcome` text NOT NULL,
	`reason_code` text NOT NULL,
	`note` text,
	`suggestion` text,
	`decided_by` text NOT NULL,
	`decided_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`application_id`) REFERENCES `applications`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_application` ON `decisions` (`tenant_id`,`application_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`interview_id` text NOT NULL,
	`data` text NOT NULL,
	`state` text NOT NULL,
	`edited_by` text,
	`released_by` text,
	`released_at` text,
	`opened_at` text,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`interview_id`) REFERENCES `interviews`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feedback_interview` ON `feedback` (`tenant_id`,`interview_id`);--> statement-breakpoint
CREATE TABLE `flag_dismissals` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`interview_id` text NOT NULL,
	`flag_key` text NOT NULL,
	`reason` text NOT NULL,
	`dismissed_by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`interview_id`) REFERENCES `interviews`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flag_dismissals_once` ON `flag_dismissals` (`tenant_id`,`interview_id`,`flag_key`);--> statement-breakpoint
CREATE TABLE `reports` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`interview_id` text NOT NULL,
	`application_id` text NOT NULL,
	`number` integer NOT NULL,
	`suggestion` text,
	`score10` real,
	`data` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`interview_id`) REFERENCES `interviews`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_number` ON `reports` (`tenant_id`,`interview_id`,`number`);--> statement-breakpoint
CREATE INDEX `reports_application` ON `reports` (`tenant_id`,`application_id`);--> statement-breakpoint
CREATE TABLE `score_runs` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`interview_id` text NOT NULL,
	`kind` text NOT NULL,
	`scorer_version` text NOT NULL,
	`rater_id` text,
	`data` text NOT NULL,
	`input_hash` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`interview_id`) REFERENCES `interviews`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `score_runs_interview` ON `score_runs` (`tenant_id`,`interview_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `score_runs_once` ON `score_runs` (`tenant_id`,`interview_id`,`kind`,`scorer_version`,`input_hash`);--> statement-breakpoint
CREATE TABLE `views` (
	`tenant_id` text NOT NULL,
	`application_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`first_at` text NOT NULL,
	`last_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `application_id`, `person_id`, `kind`),
	FOREIGN KEY (`tenant_id`,`application_id`) REFERENCES `applications`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `correction_requests` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`interview_id` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`due_at` text NOT NULL,
	`handled_by` text,
	`answer` text,
	`created_at` text NOT NULL,
	`closed_at` text,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`interview_id`) REFERENCES `interviews`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `correction_requests_state` ON `correction_requests` (`tenant_id`,`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `scorecards` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`round_id` text NOT NULL,
	`person_id` text NOT NULL,
	`data` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`round_id`) REFERENCES `second_rounds`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scorecards_once` ON `scorecards` (`tenant_id`,`round_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `second_rounds` (
	`tenant_id` text NOT NULL,
	`id` text NOT NULL,
	`application_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`starts_at` text NOT NULL,
	`minutes` integer NOT NULL,
	`place` text NOT NULL,
	`interviewer_ids` text NOT NULL,
	`confirmed` text NOT NULL,
	`note` text,
	`cancel_reason` text,
	`calendar` text NOT NULL,
	`calendar_step` integer NOT NULL,
	`revision` integer NOT NULL,
	`arranged_by` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `id`),
	FOREIGN KEY (`tenant_id`,`application_id`) REFERENCES `applications`(`tenant_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_rounds_number` ON `second_rounds` (`tenant_id`,`application_id`,`number`);--> statement-breakpoint
CREATE INDEX `second_rounds_time` ON `second_rounds` (`tenant_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `background_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`run_at` text NOT NULL,
	`lease_until` text,
	`lease_token` text,
	`last_error` text,
	`created_at` text NOT NULL,
	`finished_at` text
);
--> statement-breakpoint
CREATE INDEX `background_jobs_due` ON `background_jobs` (`state`,`run_at`);--> statement-breakpoint
CREATE INDEX `background_jobs_tenant` ON `background_jobs` (`tenant_id`,`kind`);--> statement-breakpoint
CREATE TABLE `guard` (
	`ok` integer NOT NULL,
	CONSTRAINT "guard_ok" CHECK("guard"."ok" = 1)
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`body` text,
	`created_at` text NOT NULL,
	`stored_at` text
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `public_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`kind` text NOT NULL,
	`interview_id` text NOT NULL,
	`sealed_token` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE INDEX `public_links_interview` ON `public_links` (`tenant_id`,`interview_id`);--> statement-breakpoint
CREATE TABLE `rate_windows` (
	`bucket` text PRIMARY KEY NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`device` text
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`tenant_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text
);
--> statement-breakpoint
CREATE INDEX `sign_in_links_tenant` ON `sign_in_links` (`tenant_id`);--> statement-breakpoint
CREATE TABLE `tenant_keys` (
	`tenant_id` text NOT NULL,
	`version` integer NOT NULL,
	`master_key_id` text NOT NULL,
	`wrapped_key` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`tenant_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `tenants` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`platform` text NOT NULL,
	`sample` integer NOT NULL,
	`locale` text NOT NULL,
	`region` text NOT NULL,
	`state` text NOT NULL,
	`created_at` text NOT NULL,
	`erased_at` text
);
